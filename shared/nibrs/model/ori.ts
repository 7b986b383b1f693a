/** What an ORI looks like (element 1); whether there is such an agency takes a list of them. */
export const oriPattern = /^[A-Z0-9]{9}$/;
