/** The page's style. It follows the reader's preference for light or dark. */
export const pageStyle = `
:root { color-scheme: light dark; --paper: #fff; --ink: #16191f; --soft: #545b64; --rule: #d5dbdb; --card: #f7f9fa;
  --gateway: #2f6b14; --gateway-fill: #e3f1da; --interface: #5b21b6; --interface-fill: #eee5ff; }
@media (prefers-color-scheme: dark) { :root { --paper: #10141a; --ink: #e9ebed; --soft: #a3abb3; --rule: #39424d; --card: #171c24;
  --gateway: #a5dd88; --gateway-fill: #1f3317; --interface: #cdb6ff; --interface-fill: #2c2147; } }
* { box-sizing: border-box; }
body { font: 15px/1.5 system-ui, "Helvetica Neue", Arial, sans-serif; color: var(--ink); background: var(--paper);
  max-width: 92rem; margin: 0 auto; padding: 1.5rem 1.5rem 4rem; }
h1 { font-size: 1.5rem; line-height: 1.2; margin: 0 0 0.25rem; overflow-wrap: anywhere; }
h2 { font-size: 1.1rem; margin: 2.25rem 0 0.5rem; }
header p { color: var(--soft); margin: 0 0 1rem; }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 0.75rem; margin: 0; }
dl div { background: var(--card); border: 1px solid var(--rule); border-radius: 8px; padding: 0.6rem 0.9rem; }
dt { color: var(--soft); font-size: 0.85rem; }
dd { margin: 0; font-size: 1.1rem; font-weight: 600; font-variant-numeric: tabular-nums; }
figure { margin: 1.5rem 0; }
figure svg { display: block; max-width: 100%; height: auto; }
h3 { font-size: 1rem; margin: 1.5rem 0 0; }
figure.chart { margin: 0.5rem 0 0; overflow-x: auto; }
figure.chart svg { min-width: 44rem; }
figcaption { color: var(--soft); max-width: 54rem; }
ul { padding-left: 1.2rem; margin: 0.5rem 0; }
li { overflow-wrap: anywhere; max-width: 64rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.9rem; }
th, td { text-align: left; padding: 0.35rem 1.25rem 0.35rem 0; border-bottom: 1px solid var(--rule); vertical-align: top; }
th { color: var(--soft); font-weight: 600; white-space: nowrap; }
tbody tr:hover { background: var(--card); }
.number { text-align: right; font-variant-numeric: tabular-nums; }
td span { border-radius: 999px; padding: 0.1rem 0.55rem; font-size: 0.85em; font-weight: 600; }
.gateway { color: var(--gateway); background: var(--gateway-fill); }
.interface { color: var(--interface); background: var(--interface-fill); }
details { border: 1px solid var(--rule); border-radius: 8px; padding: 0.5rem 0.9rem; margin-top: 1.5rem; }
summary { cursor: pointer; font-weight: 600; }
@media (max-width: 40rem) { body { padding: 0.75rem 0.75rem 2rem; } td { white-space: nowrap; } }
pre { font-size: 0.85rem; line-height: 1.35; overflow-x: auto; }
`;
