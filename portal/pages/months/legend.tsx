import { missing, monthStatuses, notExpected } from '../../parts/month-words.ts';
import { StatusTag } from '../../parts/status-tag.tsx';

const { nothing, ...others } = monthStatuses;
const all = [nothing, missing, ...Object.values(others), notExpected];

/** What the words of months mean. */
export function Legend() {
  return (
    <details class="more">
      <summary>What the words mean</summary>
      <dl class="legend">
        {all.map(({ word, tone, means }) => (
          <div key={word}>
            <dt>
              <StatusTag tone={tone}>{word}</StatusTag>
            </dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
