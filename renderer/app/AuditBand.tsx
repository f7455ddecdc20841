import { WarningOutlined } from '@ant-design/icons';
import { accountsText } from '../text/accounts.ts';
import { useQuery } from '../ui/useQuery.ts';
import { desk } from './bridge.ts';

/** One sentence to the administrator when the audit trail was changed from outside; nothing otherwise. */
export function AuditBand() {
  const trail = useQuery(() => desk.accounts.auditTrail({}), ['accounts']).value;
  if (trail?.state !== 'broken') return null;
  return (
    <p className="audit-band" role="alert">
      <WarningOutlined aria-hidden="true" />
      {accountsText.auditBroken(trail.entry, trail.incident)}
    </p>
  );
}
