import { FileTextOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { PaperView } from '../../../contract/cases.ts';
import { caseText } from '../../text/case.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';

const words = caseText.papers;

interface Props {
  papers: readonly PaperView[];
  onPrint(paperId: string): void;
  /** Without it the papers of this subject are not served (mediation). */
  onServe?(paperId: string): void;
}

/** The papers of a case or mediation: preview and print, and whether they reached the petitioner. */
export function PapersTab({ papers, onPrint, onServe }: Props) {
  if (papers.length === 0)
    return <EmptyState icon={<FileTextOutlined />} title={words.emptyTitle} hint={words.emptyHint} />;
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{words.columns.title}</th>
          <th scope="col">{words.columns.number}</th>
          <th scope="col">{words.columns.issuedOn}</th>
          {onServe && <th scope="col">{words.columns.service}</th>}
          <th scope="col">{words.columns.prints}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {papers.map((paper) => (
          <tr key={paper.paperId}>
            <th scope="row">{paper.title}</th>
            <td className="figures">{paper.number ?? caseText.people.empty}</td>
            <td className="figures">{paper.issuedOn}</td>
            {onServe && <td>{service(paper)}</td>}
            <td className="figures">{words.prints(paper.prints)}</td>
            <td className="plain-actions">
              {onServe && paper.awaitsService && (
                <Button size="small" onClick={() => onServe(paper.paperId)}>
                  {words.serve}
                </Button>
              )}
              <Button
                size="small"
                icon={<PrinterOutlined aria-hidden="true" />}
                aria-label={words.openFor(paper.title)}
                onClick={() => onPrint(paper.paperId)}
              >
                {words.open}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function service({ servedOn, awaitsService }: PaperView) {
  if (servedOn) return <span className="tag tag-done figures">{words.served(servedOn)}</span>;
  if (awaitsService) return <span className="tag tag-waiting">{words.awaits}</span>;
  return <span className="row-aside">{words.noService}</span>;
}
