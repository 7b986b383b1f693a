import { Component, type ComponentChildren } from 'preact';
import { asProblem } from '../api.ts';
import { Page } from './page.tsx';
import { ProblemAlert } from './problem.tsx';

interface Props {
  /** Another one is another page, which is given its own chance. */
  url: string;
  children?: ComponentChildren;
}

/** Shows what failed in place of a page that could not be rendered; the frame around it stays. */
export class ErrorBoundary extends Component<Props, { error: unknown }> {
  override state: { error: unknown } = { error: undefined };

  static override getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidUpdate({ url }: Props): void {
    if (url !== this.props.url && this.state.error !== undefined) this.setState({ error: undefined });
  }

  override render() {
    if (this.state.error === undefined) return this.props.children;
    return (
      <Page title="This page failed">
        <ProblemAlert problem={asProblem(this.state.error)} retry={() => this.setState({ error: undefined })} />
        <p>
          <a href=".">Go to the first page</a>
        </p>
      </Page>
    );
  }
}
