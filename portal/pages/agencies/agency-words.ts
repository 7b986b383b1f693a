/** What kinds of agencies are called. */
export const kindWords = { local: 'Local', state: 'State', federal: 'Federal', tribal: 'Tribal' } as const;

/** Whether the FBI has certified an agency. */
export const certifiedWords = { yes: 'Certified', testing: 'Testing', no: 'Not certified' } as const;
