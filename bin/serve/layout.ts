import { type Html, html } from '../../shared/html/html.ts';
import { style } from '../../shared/html/style.ts';

/** A whole page. `refresh` loads it again after so many seconds; `moreStyle` is of this page alone. */
export function layout(title: string, body: Html, refresh?: number, moreStyle = ''): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${refresh === undefined ? undefined : html`<meta http-equiv="refresh" content="${refresh}">`}
<title>${title} · nibrs-ledger</title>
<style>${{ html: style + moreStyle }}</style>
</head>
<body>
<header><a href="/">nibrs-ledger</a> <span class="quiet">on this computer</span> · <a href="/dashboards">dashboards</a></header>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;
  return page.html;
}
