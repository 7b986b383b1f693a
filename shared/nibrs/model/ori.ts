/** What an ORI looks like (element 1); whether there is such an agency takes a list of them. */
export const oriPattern = /^[A-Z0-9]{9}$/;

/** What an incident number or arrest transaction number looks like (elements 2 and 41). */
export const reportNumberPattern = /^[A-Z0-9-]{1,12}$/;
