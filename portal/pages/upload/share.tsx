/** How far something is; read out when it begins, and not with every step. */
export function Share({ words, share }: { words: string; share: number }) {
  const percent = Math.floor(share * 100);
  return (
    <div class="share">
      <span role="status">{words}</span>
      <progress aria-label={words} max={100} value={percent} />
      <span class="figures" aria-hidden="true">
        {percent} %
      </span>
    </div>
  );
}
