import { counted } from '../../shared/count-words.ts';
import { ProblemAlert } from '../frame/problem.tsx';
import { useCall } from '../use-call.ts';
import { CopyButton } from './copy-button.tsx';
import { Notice } from './notice.tsx';
import { saveFrom } from './save-file.ts';
import { byteSize } from './words.ts';

/** A file that is made again from the ledger, as soon as it is there. */
export function Extract({ extract, of }: { extract: string; of: string }) {
  const { data, problem, refresh } = useCall('readExtract', { params: { extract } }, ({ state }) => state !== 'made');
  if (problem) return <ProblemAlert problem={problem} retry={refresh} />;
  if (data?.state !== 'made') {
    return (
      <Notice kind="info" isNews>
        {of} is being made. It takes a moment.
      </Notice>
    );
  }
  const { sha256, sealedSha256, bytes, expunged, download } = data;
  return (
    <>
      <Notice kind={sealedSha256 === undefined || sealedSha256 === sha256 ? 'success' : 'warning'} isNews>
        {of} is made. {sealedSha256 !== undefined && sameWords(sealedSha256 === sha256)}
        {expunged.length > 0 &&
          ` Left out, as orders have taken them away since: ${counted(expunged.length, 'report')}.`}
      </Notice>
      <p>{byteSize(bytes)}</p>
      <Hash of={sha256} />
      <div class="buttons">
        <button type="button" class="usa-button" onClick={() => saveFrom(download.url, download.fileName)}>
          Download the file
        </button>
      </div>
    </>
  );
}

function sameWords(isSame: boolean): string {
  return isSame ? 'It is the sealed file to the byte.' : 'It is not the same as the sealed file.';
}

/** A hash, to be compared or taken along. */
export function Hash({ of }: { of: string }) {
  return (
    <p class="hash">
      <span class="figures">SHA-256 {of}</span> <CopyButton text={of} what="SHA-256" />
    </p>
  );
}
