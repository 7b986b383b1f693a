import { useEffect } from 'preact/hooks';
import { counted } from '../../../shared/count-words.ts';
import { Notice } from '../../parts/notice.tsx';
import { useCall } from '../../use-call.ts';

interface Props {
  period: string;
  /** Files that were there before this one was asked for. */
  before: ReadonlySet<string>;
  /** Called once it is sealed or refused. */
  onEnded(): void;
}

/** What comes of a transmission that was asked for, as soon as it is known. */
export function Outcome({ period, before, onEnded }: Props) {
  const { data } = useCall('listTransmissions', { query: { period } }, ({ transmissions }) => {
    const found = transmissions.find(({ file }) => !before.has(file));
    return !found || found.stage === 'started';
  });
  const own = data?.transmissions.find(({ file }) => !before.has(file));
  const hasEnded = own !== undefined && own.stage !== 'started';
  // What calls it changes with every rendering; that it has ended, once.
  useEffect(() => {
    if (hasEnded) onEnded();
  }, [hasEnded]);

  if (!own || own.stage === 'started') {
    return (
      <Notice kind="info" title="It is being built" isNews>
        It takes a moment, for a large state some minutes. You may leave this page: the list below shows what comes of
        it.
      </Notice>
    );
  }
  const link = <a href={`transmissions/${own.file}`}>{own.file}</a>;
  if (own.stage === 'refused') {
    return (
      <Notice kind="error" title="It was not sealed" isNews>
        {own.refusal?.reason} See {link}.
      </Notice>
    );
  }
  return (
    <Notice kind="success" title="It is sealed" isNews>
      {link} says {counted(own.sealed?.reports ?? 0, 'report')} in {counted(own.sealed?.records ?? 0, 'record')}.
    </Notice>
  );
}
