/** What a worker thread is told when it starts. */
export interface Start {
  /** Directory of the bundled code. */
  code: string;
  /** `index.handler`: the module and its exported function. */
  handler: string;
}

/** One invocation, sent to the worker thread. */
export interface Invoke {
  event: unknown;
  context: {
    functionName: string;
    invokedFunctionArn: string;
    memoryLimitInMB: string;
    awsRequestId: string;
    /** When the invocation will be cut off, in milliseconds since 1970. */
    deadline: number;
  };
}

/** What the worker thread says: that its module is loaded, and how an invocation ended. */
export type Answer = { kind: 'ready' } | { kind: 'reply'; value: unknown } | { kind: 'error'; message: string };
