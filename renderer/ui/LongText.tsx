import './panes.css';
import './tags.css';

interface Props {
  title: string;
  text: string;
  /** A quiet line below. */
  aside?: string | undefined;
  /** Level of the heading in the page. */
  level?: 2 | 3;
}

/** Text as it was typed, its own lines kept, under a small heading. */
export function LongText({ title, text, aside, level = 3 }: Props) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="long-text">
      <Heading>{title}</Heading>
      <p>{text}</p>
      {aside && <p className="row-aside">{aside}</p>}
    </div>
  );
}
