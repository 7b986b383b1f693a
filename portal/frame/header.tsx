import { useEffect, useState } from 'preact/hooks';
import type { PortalConfig } from '../../shared/api/config.ts';
import { pathFromBase } from '../base.ts';
import { linksFor } from '../pages.ts';
import type { Caller } from '../portal-context.ts';
import { Icon } from './icon.tsx';
import { roleWords } from './words.ts';

/** Somebody who is signed in, and where they are. */
export interface Visitor {
  caller: Caller;
  url: string;
  signOut(): Promise<never>;
}

interface Props {
  /** Not there where the portal could not be told anything. */
  config: PortalConfig | undefined;
  visitor?: Visitor | undefined;
}

/** What stands above every page: whose repository it is, where one can go, who is signed in. */
export function Header({ config, visitor }: Props) {
  const [isOpen, setOpen] = useState(false);
  // Whoever went somewhere is done with the menu.
  useEffect(() => setOpen(false), [visitor?.url]);

  return (
    <header class="portal-header">
      <div class="portal-header__bar width">
        <a class="portal-header__title" href=".">
          {config?.state ? `${config.state.name} NIBRS repository` : 'NIBRS repository'}
        </a>
        {config && config.stage !== 'prod' && <span class="usa-tag">{config.stage}</span>}
        {visitor && (
          <button
            type="button"
            class="portal-header__menu usa-button usa-button--unstyled"
            aria-expanded={isOpen}
            aria-controls="portal-menu"
            onClick={() => setOpen(!isOpen)}
          >
            <Icon of={isOpen ? 'close' : 'menu'} /> {isOpen ? 'Close' : 'Menu'}
          </button>
        )}
      </div>
      {config && visitor && (
        <div class="portal-header__panel" id="portal-menu" data-open={isOpen}>
          <div class="width">
            <Navigation {...visitor} />
            <Account {...visitor} />
          </div>
        </div>
      )}
    </header>
  );
}

function Navigation({ caller, url }: Visitor) {
  const here = pathFromBase(new URL(url, location.origin).pathname);
  return (
    <nav aria-label="Pages">
      <ul>
        {linksFor(caller).map(({ href, title }) => (
          <li key={href}>
            <a href={href} aria-current={currency(`/${href}`, here)}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function currency(path: string, here: string): 'page' | 'true' | undefined {
  if (here === path) return 'page';
  return here.startsWith(`${path}/`) ? 'true' : undefined;
}

function Account({ caller, signOut }: Visitor) {
  const agencies = caller.agencies?.map(({ ori, name }) => name ?? ori) ?? [];
  const [first, ...others] = agencies;
  const where = first && (others.length > 0 ? `${first} and ${others.length} more` : first);
  return (
    <div class="portal-account">
      <Icon of="account" />
      <p>
        <span class="usa-sr-only">Signed in as </span>
        <b>{caller.name}</b>
        <br />
        <span class="portal-account__role">
          {[...caller.roles.map((role) => roleWords[role]), where].filter(Boolean).join(', ')}
        </span>
      </p>
      <button type="button" class="usa-button usa-button--unstyled" onClick={() => void signOut()}>
        Sign out
      </button>
    </div>
  );
}
