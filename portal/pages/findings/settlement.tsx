import { useState } from 'preact/hooks';
import { counted } from '../../../shared/count-words.ts';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { Time } from '../../parts/time.tsx';
import { may, usePortal } from '../../portal-context.ts';
import type { ListedFinding } from './filter.ts';
import { useSettled } from './settled.ts';

type As = 'cleared' | 'dismissed' | 'open';

/** Dismissing is for whoever answers for an agency, or for the state. */
const dismissers: readonly string[] = ['agency-admin', 'state-operator'];

const deeds: Readonly<Record<As, { verb: string; means: string }>> = {
  cleared: { verb: 'Mark as put right', means: 'You have corrected the report, or will send it again.' },
  dismissed: { verb: 'Dismiss: right as it is', means: 'You have looked, and what was reported is true.' },
  open: { verb: 'Open again', means: 'It stands among the open warnings again.' },
};

const states = { cleared: 'Put right', dismissed: 'Dismissed as right' } as const;

/** What a warning was settled as, by whom, when and why; and what can be done about it. */
export function Settlement({ finding }: { finding: ListedFinding }) {
  const { settlementOf } = useSettled();
  const [asked, setAsked] = useState<As>();
  const deedsHere = useDeeds();
  if (finding.severity === 'error') return null;
  const settlement = settlementOf(finding);
  const possible = deedsHere.filter((as) => (settlement ? as === 'open' : as !== 'open'));
  return (
    <>
      {settlement && (
        <p class="settlement" role="status">
          <b>{states[settlement.as]}</b> by {settlement.by}, <Time at={settlement.at} />: “{settlement.reason}”
        </p>
      )}
      {possible.map((as) => (
        <button key={as} type="button" class="usa-button usa-button--unstyled" onClick={() => setAsked(as)}>
          {deeds[as].verb}
        </button>
      ))}
      {asked && <SettleDialog as={asked} findings={[finding]} onClose={() => setAsked(undefined)} />}
    </>
  );
}

/** Settles all open warnings of one number that are listed. */
export function SettleTogether({ findings }: { findings: readonly ListedFinding[] }) {
  const { settlementOf } = useSettled();
  const [asked, setAsked] = useState<As>();
  const deedsHere = useDeeds();
  const open = findings.filter((finding) => finding.severity === 'warning' && !settlementOf(finding));
  if (deedsHere.length === 0 || (open.length < 2 && !asked)) return null;
  return (
    <div class="finding__more">
      {deedsHere
        .filter((as) => as !== 'open')
        .map((as) => (
          <button key={as} type="button" class="usa-button usa-button--unstyled" onClick={() => setAsked(as)}>
            {deeds[as].verb}: all {counted(open.length, 'warning')}
          </button>
        ))}
      {asked && <SettleDialog as={asked} findings={open} onClose={() => setAsked(undefined)} />}
    </div>
  );
}

function useDeeds(): As[] {
  const { caller } = usePortal();
  if (!may(caller, 'settleWarning')) return [];
  return caller.roles.some((role) => dismissers.includes(role))
    ? ['cleared', 'dismissed', 'open']
    : ['cleared', 'open'];
}

interface DialogProps {
  as: As;
  findings: readonly ListedFinding[];
  onClose(): void;
}

function SettleDialog({ as, findings, onClose }: DialogProps) {
  const { call } = usePortal();
  const { tell } = useSettled();
  const { verb, means } = deeds[as];
  const [first] = findings;
  const settle = async (reason: string) => {
    // One after the other: what is done stays done when one of them fails, and is not asked for again.
    for (const finding of findings) {
      const params = { submission: finding.submission, finding: finding.id };
      const { settlement } = await call('settleWarning', { params, body: { as, reason } });
      tell(finding, settlement);
    }
  };
  return (
    <ReasonDialog
      title={verb}
      action={findings.length > 1 ? `${verb}: all ${findings.length}` : verb}
      onClose={onClose}
      onDone={settle}
    >
      <p>
        {findings.length > 1
          ? `${counted(findings.length, 'warning')} of number ${first?.code}. `
          : `${first?.message} `}
        {means}
      </p>
    </ReasonDialog>
  );
}
