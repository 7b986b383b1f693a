import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface FieldProps {
  label: string;
  hint?: string | undefined;
  /** What is wrong with what was entered, and what to do. */
  error?: string | undefined;
}

interface LabelledProps extends FieldProps {
  children(ids: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: 'true' }): ComponentChildren;
}

function Labelled({ label, hint, error, children }: LabelledProps) {
  const id = useId();
  const [hintId, errorId] = [`${id}-hint`, `${id}-error`];
  const described = [hint && hintId, error && errorId].filter(Boolean).join(' ');
  return (
    <div class={error ? 'field usa-form-group usa-form-group--error' : 'field'}>
      <label class={error ? 'usa-label usa-label--error' : 'usa-label'} for={id}>
        {label}
      </label>
      {hint && (
        <span class="usa-hint" id={hintId}>
          {hint}
        </span>
      )}
      {error && (
        <span class="usa-error-message" id={errorId}>
          {error}
        </span>
      )}
      {children({ id, ...(described && { 'aria-describedby': described }), ...(error && { 'aria-invalid': 'true' }) })}
    </div>
  );
}

interface TextFieldProps extends FieldProps {
  value: string;
  /** At every key. */
  onInput?: (value: string) => void;
  /** Once it is entered. */
  onEnter?: (value: string) => void;
  type?: 'text' | 'search' | 'date';
  min?: string;
  max?: string;
  maxLength?: number;
  required?: boolean;
  /** Of numbers and ORIs, whose characters are told apart one by one. */
  isCode?: boolean;
}

export function TextField({ label, hint, error, onInput, onEnter, type = 'text', isCode, ...given }: TextFieldProps) {
  return (
    <Labelled {...{ label, hint, error }}>
      {(ids) => (
        <input
          class={isCode ? 'usa-input code' : 'usa-input'}
          autocomplete="off"
          onInput={(event) => onInput?.(event.currentTarget.value)}
          onChange={(event) => onEnter?.(event.currentTarget.value.trim())}
          // What the types of these demand of each other holds for all four.
          type={type as 'text'}
          {...ids}
          {...given}
        />
      )}
    </Labelled>
  );
}

interface SelectProps extends FieldProps {
  value: string;
  onChange(value: string): void;
  /** Value and words of each. */
  options: readonly (readonly [value: string, words: string])[];
}

export function Select({ value, onChange, options, ...field }: SelectProps) {
  return (
    <Labelled {...field}>
      {(ids) => (
        <select class="usa-select" {...ids} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {options.map(([each, words]) => (
            <option key={each} value={each}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

/** Fields by which a page is filtered; they take effect as they are filled in. */
export function Filters({ label, children }: { label: string; children?: ComponentChildren }) {
  return (
    <form class="filters" aria-label={label} onSubmit={(event) => event.preventDefault()}>
      {children}
    </form>
  );
}
