import type { Problem } from '../api.ts';

interface Props {
  problem: Problem;
  /** What tries again. */
  retry?: () => void;
}

/** Why something could not be done, and what to do. */
export function ProblemAlert({ problem, retry }: Props) {
  const { title, detail, errors, instance } = problem;
  return (
    <div class="usa-alert usa-alert--error" role="alert">
      <div class="usa-alert__body">
        <h2 class="usa-alert__heading">{title}</h2>
        <p class="usa-alert__text">{detail}</p>
        {errors && (
          <ul class="usa-list">
            {errors.map(({ at, message }) => (
              <li key={at}>{message}</li>
            ))}
          </ul>
        )}
        {instance && <p class="quiet">If you ask the state program about it, name request {instance}.</p>}
        {retry && (
          <p>
            <button type="button" class="usa-button usa-button--outline" onClick={retry}>
              Try again
            </button>
          </p>
        )}
      </div>
    </div>
  );
}
