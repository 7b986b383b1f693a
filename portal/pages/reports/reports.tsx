import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { oriPattern } from '../../../shared/nibrs/model/ori.ts';
import { addressOf } from '../../base.ts';
import { Page } from '../../frame/page.tsx';
import { Select, TextField } from '../../parts/fields.tsx';
import { focusMistake } from '../../parts/focus-mistake.ts';
import { agencyName } from '../../parts/words.ts';
import { usePortal } from '../../portal-context.ts';

/** Where one looks a report up. */
export default function Reports() {
  return (
    <Page
      title="Find a report"
      lead="What became of a report: when it was filed, what was corrected, when it went to the FBI, and what the FBI said."
    >
      <FindReport />
    </Page>
  );
}

function FindReport() {
  const { agencies } = usePortal().caller;
  const { route } = useLocation();
  const [ori, setOri] = useState(agencies?.[0]?.ori ?? '');
  const [number, setNumber] = useState('');
  const [isAsked, setAsked] = useState(false);
  const isOri = oriPattern.test(ori);
  const find = (event: Event) => {
    event.preventDefault();
    setAsked(true);
    if (!isOri || number === '') return focusMistake(event.currentTarget);
    route(addressOf(`reports/${encodeURIComponent(ori)}/${encodeURIComponent(number)}`));
  };
  return (
    <form class="find-report" noValidate onSubmit={find}>
      {agencies && agencies.length > 0 ? (
        <Select
          label="Agency"
          value={ori}
          options={agencies.map((agency) => [agency.ori, `${agencyName(agency)} (${agency.ori})`] as const)}
          onChange={setOri}
        />
      ) : (
        <TextField
          label="Agency"
          hint="Its ORI: nine letters and digits, such as MO0110100"
          error={isAsked && !isOri ? 'An ORI is nine letters and digits.' : undefined}
          value={ori}
          maxLength={9}
          isCode
          onInput={(text) => setOri(text.toUpperCase())}
        />
      )}
      <TextField
        label="Number of the report"
        hint="Incident number, arrest transaction number, or the month of a zero report, such as 2026-10"
        error={isAsked && number === '' ? 'Enter the number.' : undefined}
        value={number}
        maxLength={12}
        isCode
        onInput={(text) => setNumber(text.trim())}
      />
      <button type="submit" class="usa-button">
        Find
      </button>
    </form>
  );
}
