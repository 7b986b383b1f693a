import { useState } from 'preact/hooks';
import { LocationProvider, Route, Router, useLocation } from 'preact-iso';
import { basePath } from './base.ts';
import { ErrorBoundary } from './frame/error-boundary.tsx';
import { Frame } from './frame/frame.tsx';
import { focusHeading, Page } from './frame/page.tsx';
import { SessionGuard } from './frame/session-guard.tsx';
import { pageComponents } from './page-components.ts';
import { NotFound } from './pages/not-found.tsx';
import { isFor, type PagePath } from './pages.ts';
import { type Portal, PortalContext } from './portal-context.ts';

/** The portal of somebody who is signed in. */
export function App({ portal }: { portal: Portal }) {
  return (
    <LocationProvider>
      <PortalContext.Provider value={portal}>
        <Pages {...portal} />
      </PortalContext.Provider>
    </LocationProvider>
  );
}

function Pages({ config, caller, signOut }: Portal) {
  const { url } = useLocation();
  const [isLoading, setLoading] = useState(false);
  return (
    <Frame config={config} visitor={{ caller, url, signOut }}>
      <SessionGuard />
      {isLoading && <div class="loading-bar" />}
      <ErrorBoundary url={url}>
        <Router onRouteChange={focusHeading} onLoadStart={() => setLoading(true)} onLoadEnd={() => setLoading(false)}>
          {Object.entries(pageComponents).map(([path, component]) => (
            <Route
              key={path}
              path={basePath + path.slice(1)}
              component={isFor(caller, path as PagePath) ? component : NotForYou}
            />
          ))}
          <Route default component={NotFound} />
        </Router>
      </ErrorBoundary>
    </Frame>
  );
}

function NotForYou() {
  return (
    <Page title="This page is not for your role">
      <p>If you need it for your work, ask the state program for the role that has it.</p>
      <p>
        <a href=".">Go to the first page</a>
      </p>
    </Page>
  );
}
