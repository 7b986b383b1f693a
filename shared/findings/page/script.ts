/** Filters the findings in the browser of whoever reads the page. Without it everything is shown. */
export const filterScript = `
const form = document.querySelector('#filter');
const status = document.querySelector('#shown');
const everything = status.textContent;
const fields = form.elements;
const reports = [...document.querySelectorAll('.report')].map((element) => ({
  element,
  agency: element.dataset.agency,
  heading: element.querySelector('h4').textContent.toLowerCase(),
  findings: [...element.querySelectorAll('.finding')].map((item) => ({ item, text: item.textContent.toLowerCase() })),
}));
const files = [...document.querySelectorAll('.file')];

function filter() {
  const words = fields.words.value.toLowerCase().split(' ').filter(Boolean);
  const { value: agency } = fields.agency;
  let findings = 0;
  let shownReports = 0;
  let all = 0;
  for (const report of reports) {
    const here = agency === '' || agency === report.agency;
    let shown = 0;
    for (const { item, text } of report.findings) {
      const fits = here && hasKind(item) && words.every((word) => text.includes(word) || report.heading.includes(word));
      item.hidden = !fits;
      if (fits) shown += 1;
    }
    report.element.hidden = shown === 0;
    all += report.findings.length;
    findings += shown;
    if (shown > 0) shownReports += 1;
  }
  for (const file of files) file.hidden = !file.querySelector('.report:not([hidden])');
  status.textContent =
    findings === all
      ? everything
      : 'Shown: ' + number(findings) + ' of ' + number(all) + ' findings, in ' + number(shownReports) +
        (shownReports === 1 ? ' report.' : ' reports.');
}

function hasKind(item) {
  const { code, severity } = item.dataset;
  return ['', code].includes(fields.code.value) && ['', severity].includes(fields.severity.value);
}

function number(value) {
  return value.toLocaleString('en-US');
}

let waiting;
form.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(filter, 150);
});
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('reset', () => setTimeout(filter));
for (const link of document.querySelectorAll('a[data-code]')) {
  link.addEventListener('click', () => {
    form.reset();
    fields.code.value = link.dataset.code;
    setTimeout(filter);
  });
}
form.hidden = false;
`;
