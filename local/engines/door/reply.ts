/** What is answered to a request. */
export interface Reply {
  status: number;
  headers: Record<string, string | number | string[]>;
  body: Buffer | string;
}
