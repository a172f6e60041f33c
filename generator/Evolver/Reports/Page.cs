namespace Proxima.Evolver.Reports;

/// <summary>The frame of the report: one file without scripts or anything to load, in the colours that the reader's system asks for.</summary>
internal static class Page
{
    public static string Write(string title, string body) => $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <link rel="icon" href="data:," />
        <title>{{Html.Escape(title)}}: Proxima</title>
        {{Style}}{{Chart.Style}}</head>
        <body>
        <main>
        {{body}}</main>
        </body>
        </html>

        """;

    private const string Style = """
        <style>
        :root {
          color-scheme: light dark;
          --page: #f6f7f9; --card: #ffffff; --ink: #1b1f24; --dim: #57606a; --line: #dfe3e8; --accent: #0b63c5; --soft: #a9c9ee;
          --code: #f2f4f7; --keyword: #8250df; --comment: #58705f; --literal: #0a5c8c;
          --error: #b3261e; --error-soft: #fbe4e2; --warning: #7a5200; --warning-soft: #fdf0cf; --info: #0b5394; --info-soft: #e1edfb; --chip: #e9edf3;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --page: #0d1117; --card: #161b22; --ink: #e6edf3; --dim: #9aa5b1; --line: #2b323b; --accent: #6cb6ff; --soft: #2f4f77;
            --code: #0f141b; --keyword: #d2a8ff; --comment: #8bab93; --literal: #79c0ff;
            --error: #ff8a80; --error-soft: #43201e; --warning: #f0c35c; --warning-soft: #3a2f14; --info: #8cc5ff; --info-soft: #1a2f47; --chip: #262d37;
          }
        }
        * { box-sizing: border-box }
        body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, sans-serif }
        main { max-width: 76rem; margin: 0 auto; padding: 2rem 1.25rem 4rem }
        h2, section td, section a { overflow-wrap: anywhere } .summary td:first-child { min-width: 14rem }
        a { color: var(--accent); text-decoration: none } a:hover { text-decoration: underline }
        h1 { margin: 0; font-size: 1.9rem } h2 { margin: 0; font-size: 1.3rem } h3 { margin: 0 0 .5rem; font-size: 1rem }
        .lead, .where, .note, .dim { color: var(--dim) } .lead { margin: .2rem 0 1rem } .where { margin: .2rem 0 .8rem } .note { font-size: .85rem; margin: .5rem 0 0 }
        .tiles { display: flex; flex-wrap: wrap; gap: .6rem; margin-bottom: 1.2rem }
        .tile { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: .55rem .9rem; min-width: 7rem }
        .tile b { display: block; font-size: 1.35rem; line-height: 1.2 } .tile span { color: var(--dim); font-size: .85rem }
        .tile.error b { color: var(--error) } .tile.warning b { color: var(--warning) } .tile.info b { color: var(--info) }
        table { border-collapse: collapse; width: 100% } th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-top: 1px solid var(--line) }
        tr:first-child > * { border-top: 0 } thead th { color: var(--dim); font-weight: 600; font-size: .85rem } tbody tr:first-child > td { border-top: 1px solid var(--line) }
        .scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: .6rem } .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
        section { margin-top: 2rem; padding: 1.2rem; background: var(--card); border: 1px solid var(--line); border-radius: .8rem; scroll-margin-top: 1rem }
        .up { font-size: 1rem; float: right }
        .chip, .badge { display: inline-block; white-space: nowrap; border-radius: 1rem; padding: .05rem .6rem; margin: 0 .25rem .15rem 0; font-size: .8rem; background: var(--chip) }
        .badge { border-radius: .3rem; padding: .05rem .45rem; font-weight: 600 } .badge.error { color: var(--error); background: var(--error-soft) }
        .badge.warning { color: var(--warning); background: var(--warning-soft) } .badge.info { color: var(--info); background: var(--info-soft) }
        .parts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: 1.2rem 1.6rem; margin-top: 1.2rem } .wide { grid-column: 1 / -1 } .part { min-width: 0; margin: 0 }
        .part ul { margin: 0; padding-left: 1.1rem } .facts th { width: 10rem; font-weight: 600 } .members td:first-child { width: 60% } .place { white-space: nowrap } .findings td:first-child { width: 5rem }
        .operations th { font-weight: 400 } .operations td { white-space: nowrap } .bars { width: 50% } .bars i { display: block; height: .45rem; border-radius: .2rem; margin: .2rem 0; min-width: 2px } .bars .before { background: var(--soft) } .bars .after { background: var(--accent) }
        .gauge { display: inline-block; width: 9rem; height: .6rem; border-radius: .3rem; background: var(--soft); overflow: hidden; vertical-align: middle } .gauge i { display: block; height: 100%; background: var(--accent) }
        code, pre { font: 13px/1.5 ui-monospace, "Cascadia Code", Menlo, Consolas, monospace } code { overflow-wrap: anywhere }
        pre.code { margin: 0; padding: .8rem 1rem; overflow-x: auto; background: var(--code); border: 1px solid var(--line); border-radius: .5rem } pre.code code { overflow-wrap: normal }
        pre .k { color: var(--keyword) } pre .c { color: var(--comment) } pre .s, pre .n { color: var(--literal) }
        details { border: 1px solid var(--line); border-radius: .5rem; padding: .5rem .8rem; min-width: 0 } details + details { margin-top: 0 } summary { cursor: pointer; overflow-wrap: anywhere } details[open] summary { margin-bottom: .6rem }
        svg { width: 100%; height: auto; display: block }
        @media (max-width: 44rem) {
          .findings td, .members td, .facts th, .facts td { display: block; width: auto; border: 0; padding: .1rem 0 } .findings tr, .members tr, .facts tr { display: block; padding: .5rem 0; border-top: 1px solid var(--line) }
          .members td:first-child, .findings td:first-child, .facts th { width: auto } .part { overflow-x: auto } .bars { min-width: 4rem }
        }
        @media print { section { break-inside: avoid } }
        </style>

        """;
}
