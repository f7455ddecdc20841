import { Input, type InputRef } from 'antd';
import { type CSSProperties, type ReactNode, type Ref, useId } from 'react';
import { fieldText } from '../text/field.ts';
import './field.css';

/** What a control must carry so that a screen reader reads its label, hint and error. */
export interface FieldControl {
  id: string;
  'aria-invalid': boolean;
  'aria-required': boolean;
  'aria-describedby': string | undefined;
  status: 'error' | undefined;
}

interface FieldProps {
  label: string;
  required?: boolean;
  error?: string | undefined;
  /** A grey line under the field while there is no error. */
  hint?: ReactNode;
  /** Columns of the form grid that the field takes. */
  span?: 1 | 2 | 3;
  children: (control: FieldControl) => ReactNode;
}

/** Label left (right-aligned), control right, its error under it in the same column. */
export function Field({ label, required = false, error, hint, span = 1, children }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const control: FieldControl = {
    id,
    'aria-invalid': Boolean(error),
    'aria-required': required,
    'aria-describedby': error || hint ? noteId : undefined,
    status: error ? 'error' : undefined,
  };
  return (
    <div className={`field field-span-${span}`} data-invalid={error ? '' : undefined}>
      <label className="field-label" htmlFor={id}>
        {required && (
          <span className="field-star" aria-hidden="true">
            *
          </span>
        )}
        {label}
      </label>
      <div className="field-body">
        {children(control)}
        {error ? (
          <div id={noteId} className="field-error" role="alert">
            {error}
          </div>
        ) : (
          hint && (
            <div id={noteId} className="field-hint">
              {hint}
            </div>
          )
        )}
      </div>
    </div>
  );
}

interface TextFieldProps extends Omit<FieldProps, 'children'> {
  value: string;
  onChange(value: string): void;
  onBlur?(): void;
  maxLength?: number;
  /** Rows make it a multi-line field that grows with its text, up to `maxRows`. */
  rows?: number;
  maxRows?: number;
  placeholder?: string;
  disabled?: boolean;
  autoFocus?: boolean;
  password?: boolean;
  autoComplete?: string;
  inputRef?: Ref<InputRef>;
  /** Enter does it at once (a password); everywhere else Enter goes on. */
  onEnter?(): void;
}

/** A line or a block of text with its label. Length is limited after composition, never during it. */
export function TextField({
  value,
  onChange,
  rows,
  maxRows = 14,
  maxLength,
  password,
  autoComplete = 'off',
  inputRef,
  ...rest
}: TextFieldProps) {
  const { onBlur, onEnter, placeholder, disabled, autoFocus, ...field } = rest;
  const own = {
    value,
    autoComplete,
    ...(onBlur && { onBlur }),
    ...(onEnter && { onPressEnter: onEnter, 'data-enter': '' }),
    ...(placeholder && { placeholder }),
    ...(disabled !== undefined && { disabled }),
    ...(autoFocus && { autoFocus }),
    ...(maxLength && { count: { max: maxLength, exceedFormatter: cut } }),
  };
  return (
    <Field {...field}>
      {({ status, ...control }) => {
        const shared = { ...own, ...control, ...(status && { status }) };
        if (rows)
          return (
            <Input.TextArea
              {...shared}
              rows={rows}
              style={{ '--rows': rows, '--max-rows': maxRows } as CSSProperties}
              onChange={(e) => onChange(e.target.value)}
            />
          );
        if (password)
          return (
            <Input.Password {...shared} visibilityToggle={false} onChange={(e) => onChange(e.target.value)} />
          );
        return (
          <Input
            {...shared}
            {...(inputRef && { ref: inputRef })}
            onChange={(e) => onChange(e.target.value)}
          />
        );
      }}
    </Field>
  );
}

const cut = (text: string, { max }: { max: number }): string => [...text].slice(0, max).join('');

/** Moves the focus to the first wrong field of a form, once the errors are drawn. */
export function focusFirstError(form: HTMLElement | null): void {
  requestAnimationFrame(() => {
    form
      ?.querySelector<HTMLElement>('[data-invalid] input, [data-invalid] textarea, [data-invalid] button')
      ?.focus();
  });
}

/** The error of a whole form: something no single field is to blame for. */
export function FormError({ children }: { children: string | undefined }) {
  return children ? (
    <div className="form-error" role="alert">
      <strong>{fieldText.notSaved}</strong>
      {children}
    </div>
  ) : null;
}
