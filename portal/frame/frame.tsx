import type { ComponentChildren } from 'preact';
import type { PortalConfig } from '../../shared/api/config.ts';
import { Header, type Visitor } from './header.tsx';

interface Props {
  config: PortalConfig | undefined;
  visitor?: Visitor;
  children?: ComponentChildren;
}

/** What stands around every page. */
export function Frame({ config, visitor, children }: Props) {
  return (
    <>
      <a class="usa-skipnav" href={`${location.pathname}#main`} onClick={skip}>
        Skip to main content
      </a>
      <Header config={config} visitor={visitor} />
      <main id="main" class="width" tabIndex={-1}>
        {children}
      </main>
      <footer class="portal-footer">
        <ul class="width">
          <li>
            <a href="specification">State elements</a>
          </li>
          <li>
            <a href="reference">API</a>
          </li>
          <li>nibrs-ledger</li>
        </ul>
      </footer>
    </>
  );
}

/** A link to a place in the page would load the base of the page instead. */
function skip(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
  document.getElementById('main')?.focus();
}
