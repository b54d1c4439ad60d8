"""Findings: what the records say together, and none of them says alone.

    gaps             how many days lie between two dates, as exactly as they are known
    acting           events that count for a state or body because its people took part
    saying           who speaks about events without having a part in them
    participation    on which tracks an actor takes part, how often, in which roles
    meetings         parties to the same event, and who stood between them
    company          with whom an actor appears, in which roles, through whom
    history          the states of a track, how long each held, when the last move was
    series           the numbers of a series: points, ranges, and where they differ
    disputes         who asserts, who denies, who is silent; what contradicts what
    open_questions   what is planned, rumoured or disputed on a track, and not settled
    sourcing         what rests on a source, on it alone, and on how many publishers
    chains           events that answer one another, around one of them
    mentions         the bodies in which a thing is linked to
    clocks           what became known in another month than it happened

All are pure functions of the timeline: no clock, no HTML, no words. The pages set them.
"""
