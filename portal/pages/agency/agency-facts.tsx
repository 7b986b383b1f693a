import type { Reply } from '../../api.ts';
import { Facts } from '../../parts/facts.tsx';
import { monthName } from '../../parts/words.ts';
import { certifiedWords, kindWords } from '../agencies/agency-words.ts';

type Known = NonNullable<Reply<'readAgency'>['facts']>;

/** What the state's list says of an agency. */
export function AgencyFacts({ facts }: { facts: Known }) {
  const month = (period: string | undefined) => period && monthName(period);
  return (
    <>
      <h2>What is known of it</h2>
      <Facts
        facts={[
          ['Kind', kindWords[facts.kind]],
          ['County', facts.county],
          ['Population group', facts.populationGroup],
          ['Certification', facts.certified && certifiedWords[facts.certified]],
          ['Certified since', month(facts.certifiedSince)],
          ['Reports since', month(facts.nibrsSince)],
          ['Reports no more since', month(facts.dormantSince)],
          ['Reported by', facts.coveredBy && <a href={`agencies/${facts.coveredBy}`}>{facts.coveredBy}</a>],
          ['Office', facts.contactOffice],
          ['E-mail', facts.contactEmail && <a href={`mailto:${facts.contactEmail}`}>{facts.contactEmail}</a>],
          ['Record system', facts.recordSystem],
          ['Vendor', facts.vendor],
          ['State elements taken up', facts.elements?.join(', ')],
          ['Machines that upload', facts.uploaders?.join(', ')],
        ]}
      />
    </>
  );
}
