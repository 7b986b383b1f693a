/** Why a file as a whole cannot be taken, in words for the clerk who sent it. */
export interface Refusal {
  /** Stable name of the reason. */
  reason: string;
  message: string;
  hint: string;
  /** The record at fault, where there is one. */
  record?: number | undefined;
}
