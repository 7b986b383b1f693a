import { Shown } from '../../frame/shown.tsx';
import { Empty } from '../../parts/notice.tsx';
import { TransmissionTable } from '../../parts/transmission-table.tsx';
import { useCall } from '../../use-call.ts';

/** So many say whether it goes on as it should. */
const last = 5;

/** The files that were built last, and how far they are. */
export function LastTransmissions() {
  const called = useCall('listTransmissions', {});
  return (
    <>
      <h2>Last transmissions</h2>
      <Shown called={called} what="transmissions">
        {({ transmissions }) =>
          transmissions.length === 0 ? (
            <Empty title="Nothing was built yet" />
          ) : (
            <>
              <TransmissionTable transmissions={transmissions.slice(0, last)} />
              <p>
                <a href="transmissions">All transmissions</a>
              </p>
            </>
          )
        }
      </Shown>
    </>
  );
}
