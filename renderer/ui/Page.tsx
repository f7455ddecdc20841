import { type ReactNode, useEffect } from 'react';
import { shellText } from '../text/shell.ts';
import { enterNext } from './enterNext.ts';
import './page.css';

interface Props {
  title: string;
  /** Small words beside the title: a count, a date, a number. */
  aside?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** The page scrolls as a whole unless its content does it itself (grids, two panes). */
  fill?: boolean;
  /** Stays under the scrolling content: the buttons of a form. */
  foot?: ReactNode;
  /** Enter walks the fields of the page, its foot included. */
  form?: boolean;
}

/** A screen: one heading, its actions on the right, content below. */
export function Page({ title, aside, actions, children, fill = false, foot, form = false }: Props) {
  useEffect(() => {
    document.title = `${title} · ${shellText.product}`;
  }, [title]);
  return (
    <div className="page" {...(form && { onKeyDownCapture: enterNext })}>
      <header className="page-head">
        <h1>{title}</h1>
        {aside && <div className="page-aside">{aside}</div>}
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      <div className={fill ? 'page-body page-fill' : 'page-body'}>{children}</div>
      {foot && <div className="page-foot">{foot}</div>}
    </div>
  );
}

/** A white sheet with a heading inside a page. */
export function Section({
  title,
  aside,
  children,
  className = '',
}: {
  title?: string;
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <section className={`section ${className}`}>
      {title && (
        <div className="section-head">
          <h2>{title}</h2>
          {aside && <div className="section-aside">{aside}</div>}
        </div>
      )}
      {children}
    </section>
  );
}
