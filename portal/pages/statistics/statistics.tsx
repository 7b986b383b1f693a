import { Page } from '../../frame/page.tsx';
import { may, usePortal } from '../../portal-context.ts';
import { Charts } from './charts.tsx';
import { Counts } from './counts.tsx';

/** How reporting goes, and counts that may be published. */
export default function Statistics() {
  const { caller, config } = usePortal();
  return (
    <Page title="Statistics" lead="How reporting goes, and counts of a state element that may be published.">
      {config.state && <Counts countable={config.state.countable} mayCount={may(caller, 'requestStatistics')} />}
      {may(caller, 'readQuality') && <Charts />}
    </Page>
  );
}
