"""A simulation as a page of its own: no script, nothing fetched, one file that can be sent to somebody.

Every picture is there twice, for wide and for narrow windows, and says in words what it shows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from game.analysis.findings import Findings
from game.authoring.simulate import Simulated, Simulation
from game.authoring.simulation_marks import pictures
from game.authoring.simulation_sections import run_sections
from game.content.wording import Wording
from game.engine.scenario import Close
from game.language.words import Words
from game.telling.seller_words import SELLERS, seller_name
from game.telling.simulation_charts import Spread, score_spreads

_STYLE = """
:root{color-scheme:light}*{box-sizing:border-box}
body{margin:0;background:#f4eee2;color:#23272b;font:16px/1.55 'Noto Sans','Noto Sans SC','PingFang SC',
'Microsoft YaHei',sans-serif;-webkit-text-size-adjust:100%}
main{max-width:1040px;margin:0 auto;padding:28px 20px 80px}
h1{font-size:30px;line-height:1.25;margin:0 0 6px}h2{font-size:23px;line-height:1.3;margin:44px 0 4px}
h3{font-size:18px;margin:34px 0 6px}h4{font-size:16px;margin:22px 0 2px;color:#5a5f63}
p{margin:0 0 12px;max-width:46em}.soft{color:#5a5f63}
.warning{background:#fffcf5;border-left:5px solid #b4481a;padding:10px 14px}
.facts{display:flex;flex-wrap:wrap;gap:10px;margin:14px 0 6px}
.facts div{background:#fffcf5;border:1px solid #d8cdb9;border-radius:10px;padding:8px 14px;min-width:120px}
.facts b{display:block;font-size:22px;line-height:1.3}.facts span{color:#5a5f63;font-size:14px}
svg{display:block;max-width:100%;height:auto}.narrow svg,.wide svg{width:100%}.narrow{display:none}
.plate{background:#fffcf5;border:1px solid #d8cdb9;border-radius:12px;padding:14px 16px;margin:10px 0}
.three{display:grid;grid-template-columns:repeat(3,1fr);gap:6px}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;background:#fffcf5;font-size:15px}
th,td{text-align:left;padding:7px 10px;border-bottom:1px solid #e4d9c3;vertical-align:top}
th.n,td.n{text-align:right;white-space:nowrap}th{font-weight:700;color:#5a5f63}
.line{display:grid;grid-template-columns:minmax(0,1fr) 128px 190px 236px;gap:4px 14px;align-items:center;
padding:9px 0;border-bottom:1px solid #e4d9c3}
.line .id{color:#5a5f63;font-size:13px;overflow-wrap:anywhere}.line .small{font-size:13px;color:#5a5f63}
.head{font-size:13px;font-weight:700;color:#5a5f63;align-items:end}
.whom{display:grid;grid-template-columns:repeat(8,1fr);gap:2px}
.whom span{font-size:11.5px;text-align:center;border-radius:4px;padding:3px 0;color:#5a5f63;
background:#efe7d6}
.whom .up{background:#1e6b57;color:#fff}.whom .down{background:#b4481a;color:#fff}
details{margin:10px 0}summary{cursor:pointer;font-weight:700;padding:6px 0}
details.run>summary{font-size:20px;border-top:2px solid #d8cdb9;padding-top:16px;margin-top:20px}
@media(max-width:760px){main{padding:18px 12px 60px}h1{font-size:25px}h2{font-size:21px}
.wide{display:none}.narrow{display:block}.three{grid-template-columns:1fr}
.line{grid-template-columns:1fr 1fr}.line .text,.line .whom-cell{grid-column:1/-1}.head{display:none}
.plate{padding:12px 10px}th,td{padding:6px}table{font-size:14px}}
@media print{body{background:#fff}details.run{break-before:page}}
"""


def page(words: Words, simulation: Simulation, wordings: Mapping[str, Wording]) -> str:
    """The page.

    Args:
        words: the language of the page; lines and replies stand in it too.
        simulation: what was played.
        wordings: the words of every scenario in it, by id.
    """
    runs = simulation.runs
    parts = [_head(words, simulation, wordings)]
    if len(runs) > 1:
        parts += [_compared(words, runs, wordings)]
    for run in runs:
        sections = run_sections(words, run, wordings[run.job.scenario.id])
        title = escape(_title(words, run, wordings))
        if len(runs) == 1:
            parts += [f"<h2>{title}</h2>{sections}"]
        else:
            parts += [f"<details class='run'><summary>{title}</summary>{sections}</details>"]
    name = escape(words("What happened in {n} conversations", n=f"{simulation.plays:,}"))
    return (
        f"<!doctype html>\n<html lang='{words.locale.value}'><head><meta charset='utf-8'>"
        f"<meta name='viewport' content='width=device-width,initial-scale=1'><title>{name}</title>"
        f"<style>{_STYLE}</style></head><body><main>{''.join(parts)}</main></body></html>\n"
    )


def _title(words: Words, run: Simulated, wordings: Mapping[str, Wording]) -> str:
    plan = run.job.plan
    seller = seller_name(words, plan.casting.name, plan.casting.slips)
    if run.job.pure:
        seller = words("{name}; the customer is a pure {type}", name=seller, type=run.job.pure)
    if plan.customer is not None:
        seller = words("{name}; hidden customer {n} alone", name=seller, n=plan.customer + 1)
    return words("{name}: {text}", name=wordings[run.job.scenario.id].title.said(words.locale), text=seller)


def _head(words: Words, simulation: Simulation, wordings: Mapping[str, Wording]) -> str:
    """What this is, and whether it is whole."""
    plan = simulation.runs[0].job.plan
    ids = dict.fromkeys(run.job.scenario.id for run in simulation.runs)
    titles = " · ".join(wordings[name].title.said(words.locale) for name in ids)
    told = words(
        "{titles}. Seed {seed}; {seconds} s, {rate} a second; processes: {processes}.",
        titles=titles,
        seed=plan.seed,
        seconds=f"{simulation.seconds:.1f}",
        rate=f"{simulation.plays / max(simulation.seconds, 1e-9):,.0f}",
        processes=simulation.processes,
    )
    name = words("What happened in {n} conversations", n=f"{simulation.plays:,}")
    head = f"<h1>{escape(name)}</h1><p class='soft'>{escape(told)}</p>"
    if simulation.partial:
        warning = words(
            "Interrupted: {n} of {all} conversations were played; everything below is of these.",
            n=f"{simulation.plays:,}",
            all=f"{sum(run.job.plan.plays for run in simulation.runs):,}",
        )
        head += f"<p class='warning'>{escape(warning)}</p>"
    return head


def _compared(words: Words, runs: Sequence[Simulated], wordings: Mapping[str, Wording]) -> str:
    """Sellers side by side, scenario by scenario, and a table of everything."""
    parts = [f"<h2>{escape(words('Side by side'))}</h2>"]
    caption = words(
        "A dot is the middle conversation, the thick bar the middle half, the thin one eight in ten; "
        "the dashed line is the pass mark."
    )
    parts.append(f"<p class='soft'>{escape(caption)}</p>")
    for scenario in dict.fromkeys(run.job.scenario.id for run in runs):
        mine = [run for run in runs if run.job.scenario.id == scenario]
        title = wordings[scenario].title.said(words.locale)
        parts.append(f"<h3>{escape(title)}</h3><div class='plate'>{_spreads(words, mine)}</div>")
    heads = (
        words("Scenario"),
        words("Seller"),
        words("Agreed"),
        words("Passed"),
        words("Mean score"),
        words("Lines said"),
    )
    rows = "".join(_row(words, run, wordings) for run in runs)
    cells = "".join(
        f"<th class='{'n' if at > 1 else ''}'>{escape(head)}</th>" for at, head in enumerate(heads)
    )
    parts.append(
        f"<div class='scroll'><table><thead><tr>{cells}</tr></thead><tbody>{rows}</tbody></table></div>"
    )
    return "".join(parts)


def _row(words: Words, run: Simulated, wordings: Mapping[str, Wording]) -> str:
    found, casting = Findings(run.rules, run.tally), run.job.plan.casting
    cells = (
        wordings[run.job.scenario.id].title.said(words.locale),
        seller_name(words, casting.name, casting.slips),
        f"{found.closes()[Close.AGREED].value:.1%}",
        f"{found.passed().value:.1%}",
        f"{found.scores().mean:.0f}",
        f"{found.lengths()[0].mean:.1f}",
    )
    made = "".join(
        f"<td class='{'n' if at > 1 else ''}'>{escape(cell)}</td>" for at, cell in enumerate(cells)
    )
    return f"<tr>{made}</tr>"


def _spreads(words: Words, runs: Sequence[Simulated]) -> str:
    """The scores of all sellers of one scenario."""
    rows = []
    for run in runs:
        found, casting = Findings(run.rules, run.tally), run.job.plan.casting
        parts = found.quantiles()
        rows.append(
            Spread(
                SELLERS[casting.name].name.said(words.locale),
                (parts[10], parts[25], parts[50], parts[75], parts[90]),
                words("{share} passed", share=f"{found.passed().value:.0%}"),
            )
        )
    passing = runs[0].job.scenario.rubric.passing
    return pictures(lambda room: score_spreads(rows, passing, room), 62 * len(rows))
