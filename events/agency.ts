import { z } from 'zod';

/** What is known of an agency. What is not known is absent. Months are `YYYY-MM`. */
export const agencyFacts = z.object({
  ori: z.string(),
  name: z.string().optional(),
  kind: z.enum(['local', 'state', 'federal', 'tribal']),
  county: z.string().optional(),
  /** The FBI's group by population, such as `2` or `8D`. */
  populationGroup: z.string().optional(),
  /** Whom to write to: an office and its address, never a person. */
  contactOffice: z.string().optional(),
  contactEmail: z.string().optional(),
  recordSystem: z.string().optional(),
  vendor: z.string().optional(),
  /** Whether the FBI has certified it for NIBRS, or it is on the way there. */
  certified: z.enum(['yes', 'no', 'testing']).optional(),
  certifiedSince: z.string().optional(),
  /** Ids of the state elements which it says it has taken up. */
  elements: z.array(z.string()).optional(),
  /** Client ids of the machines that upload its files. */
  uploaders: z.array(z.string()).optional(),
  /** The agency that reports for it. */
  coveredBy: z.string().optional(),
  coveredSince: z.string().optional(),
  /** Federal judicial district, a code of element 1A. */
  judicialDistrict: z.string().optional(),
  /** Month of its first NIBRS report. */
  nibrsSince: z.string().optional(),
  /** First month in which it reports no more. */
  dormantSince: z.string().optional(),
  /** Name of the agency that the FBI has given this ORI to, where that is another one. */
  oriGivenTo: z.string().optional(),
  cargoTheftSince: z.string().optional(),
  biasMotivationsSince: z.string().optional(),
  offenderEthnicitySince: z.string().optional(),
});

/** The state knows of the agency (stream `agency#ORI`). */
export const agencyRegistered = z.object({ facts: agencyFacts });

/** Something is different of an agency: the facts as they are now, and the names of those that changed. */
export const agencyChanged = z.object({ facts: agencyFacts, changed: z.array(z.string()).min(1) });
