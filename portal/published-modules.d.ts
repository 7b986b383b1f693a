declare module 'published:edits' {
  const edits: readonly import('./published.ts').PublishedEdit[];
  export default edits;
}

declare module 'published:states' {
  const states: Readonly<Record<string, import('./published.ts').PublishedState>>;
  export default states;
}
