import { expect, test } from 'vitest';
import { html } from './html.ts';

test('values are escaped, pieces are not', () => {
  const name = '<script>"&\'';
  expect(html`<p title="${name}">${html`<b>${1}</b>`}${[html`a`, html`b`]}${undefined}</p>`.html).toBe(
    '<p title="&lt;script&gt;&quot;&amp;&#39;"><b>1</b>ab</p>',
  );
});
