import type { AlarmState, Operations, Widget } from '../../local/index.ts';
import { counted } from '../../shared/count-words.ts';
import { type Html, html } from '../../shared/html/html.ts';
import { layout } from './layout.ts';
import { seriesOf } from './series.ts';

const moreStyle = `
  .widgets { display: grid; grid-template-columns: repeat(24, minmax(0, 1fr)); gap: 1rem; }
  .widgets > * { margin: 0; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .5rem; }
  .widgets h3 { font-size: 1rem; margin: 0 0 .5rem; } .widgets p { margin: .25rem 0; }
  .series { display: grid; grid-template-columns: minmax(7rem, 1fr) minmax(4rem, 1fr) 4.5rem; gap: .75rem; align-items: end;
    border-bottom: 1px solid var(--line); }
  .series svg { width: 100%; height: 1.4rem; fill: var(--accent); } .series b { text-align: right; }
  .series span { overflow-wrap: anywhere; }
  .ringing { border-left: .4rem solid var(--bad); padding: .25rem .75rem; margin: .5rem 0; background: var(--soft); }
  .alarms { columns: 18rem; padding-left: 1rem; margin: .5rem 0; }
  @media screen and (max-width: 45rem) { .widgets { display: block; } .widgets > * { margin-bottom: 1rem; } }
`;

const titles: Readonly<Record<string, string>> = {
  pipeline: 'Pipeline',
  agencies: 'Agencies',
  fbi: 'To and from the FBI',
  'cost-and-limits': 'Cost and limits',
};

/** The page at `/dashboards`: the dashboards of the template, as they will be in the cloud, and which alarm rings. */
export function dashboardsPage({ dashboards, alarms, read }: Operations): string {
  const byName = new Map(alarms.map((alarm) => [alarm.name, alarm]));
  const sections = dashboards.map(({ name, widgets }) => {
    const short = name.replace(/^nibrs-[a-z]+-/, '');
    return html`<h2>${titles[short] ?? short}</h2>
<div class="widgets">${widgets.map((widget) => widgetOf(widget, byName, read))}</div>`;
  });
  const body = html`${verdict(alarms)}
<p class="quiet">The dashboards and alarms that are deployed, over what was measured on this computer since it was started.
Bars: the last hour, or two days where it says so. Numbers: the sum of what is counted, the newest of what is measured.</p>
${sections}`;
  return layout('Operations', body, 10, moreStyle);
}

/** In a word: whether anybody has to do something. */
function verdict(alarms: readonly AlarmState[]): Html {
  const ringing = alarms.filter((alarm) => alarm.ringing && runbookOf(alarm) !== undefined);
  if (ringing.length === 0) return html`<p><b class="good">No alarm rings.</b></p>`;
  return html`<p><b class="error">${counted(ringing.length, 'alarm')} ${ringing.length === 1 ? 'rings' : 'ring'}.</b></p>
${ringing.map(ringingAlarm)}`;
}

function ringingAlarm(alarm: AlarmState): Html {
  const says = alarm.description.replace(/ Runbook: .*$/, '');
  return html`<p class="ringing">${says} <a href="/dashboards/runbooks/${runbookOf(alarm) ?? ''}">What to do</a></p>`;
}

/** The last part of the link to the page about an alarm; one that stands above others has none. */
function runbookOf({ description }: AlarmState): string | undefined {
  return /Runbook: \S*\/([a-z-]+\.md)$/.exec(description)?.[1];
}

function widgetOf(widget: Widget, alarms: ReadonlyMap<string, AlarmState>, read: Operations['read']): Html {
  const columns = { html: ` style="grid-column: span ${widget.width}"` };
  switch (widget.type) {
    case 'metric':
      return html`<section${columns}><h3>${widget.properties.title}</h3>${seriesOf(widget.properties.metrics, read)}</section>`;
    case 'alarm':
      return html`<section${columns}><h3>${widget.properties.title}</h3>${alarmsOf(widget.properties.alarms, alarms)}</section>`;
    case 'text':
      return html`<section${columns}><p>${withCode(widget.properties.markdown)}</p></section>`;
  }
}

function alarmsOf(arns: readonly string[], alarms: ReadonlyMap<string, AlarmState>): Html {
  const states = arns.flatMap((arn) => alarms.get(arn.slice(arn.lastIndexOf(':') + 1)) ?? []);
  const ringing = states.filter((alarm) => alarm.ringing);
  const item = (alarm: AlarmState) => {
    const runbook = runbookOf(alarm);
    const name = alarm.name.replace(/^nibrs-[a-z]+-/, '');
    const state = alarm.ringing ? html`<b class="error">rings</b>` : html`<span class="good">quiet</span>`;
    return html`<li>${runbook ? html`<a href="/dashboards/runbooks/${runbook}">${name}</a>` : name}: ${state}</li>`;
  };
  if (states.length <= 4) return html`<ul class="alarms">${states.map(item)}</ul>`;
  const quiet = states.filter((alarm) => !alarm.ringing);
  return html`<ul class="alarms">${ringing.map(item)}</ul>
<details><summary>${counted(quiet.length, 'alarm')} quiet</summary><ul class="alarms">${quiet.map(item)}</ul></details>`;
}

/** All of Markdown that the texts use: what is between backticks is code. */
function withCode(markdown: string): Html[] {
  return markdown.split('`').map((text, index) => (index % 2 === 1 ? html`<code>${text}</code>` : html`${text}`));
}
