"""Commands: what can be asked for at the door, and how it is answered.

cli           the options; actions: what each command does; printing: what it says
stopping      a command that the system ends
new           `new`: asks for what is missing; scaffold: a file that passes the checks
serve         `serve`; watch: what has changed; live_site: the site, kept and renewed
init          `init`: a timeline of its own in a new folder; starter/: what it begins with
overlay       problems over the last good page; templating_problem: a broken template
reference     `reference`: docs/front-matter.md
yaml_writer   values that read back as written; web_source: an address → a source
issue_form    a filled-in form → a file; pull_request: a summary for reviewers
web_links     `check --links`; link_report: the same for an issue
"""
