interface Props {
  ori: string;
  name?: string | null | undefined;
}

/** An agency by its name and ORI, or by its ORI alone; leads to its page. */
export function AgencyLink({ ori, name }: Props) {
  if (!name) {
    return (
      <a class="figures" href={`agencies/${ori}`}>
        {ori}
      </a>
    );
  }
  return (
    <>
      <a href={`agencies/${ori}`}>{name}</a> <span class="ori">{ori}</span>
    </>
  );
}
