import { lazy, Suspense } from 'react'
import { SWRConfig } from 'swr'
import { Route, Switch } from 'wouter'
import { Home } from './pages/home/home.tsx'
import { NotFound } from './pages/not-found.tsx'
import { Skeleton } from './parts/page-states.tsx'
import { Toasts } from './parts/toasts.tsx'
import { ServerTrouble } from './server/call.ts'
import { Frame } from './shell/frame.tsx'
import { PageBoundary } from './shell/page-boundary.tsx'

const NewDraft = lazy(() => import('./pages/new/new-draft.tsx'))
const DraftPage = lazy(() => import('./pages/draft-page.tsx'))
const Faults = lazy(() => import('./pages/faults/faults.tsx'))
const ProcedurePage = lazy(() => import('./pages/procedure/procedure.tsx'))
const CoveragePage = lazy(() => import('./pages/coverage/coverage.tsx'))
const Help = lazy(() => import('./pages/help/help.tsx'))
const WorkshopPage = lazy(() => import('./workshop/shell/workshop-page.tsx'))
const StartPage = lazy(() => import('./workshop/start/start-page.tsx'))
const ImportPage = lazy(() => import('./workshop/move/import-page.tsx'))
const ComparePage = lazy(() => import('./workshop/compare/compare-page.tsx'))
const WorkbenchPage = lazy(() => import('./workshop/shell/workbench-page.tsx'))

// A refusal will be the same the second time; only what passes is asked again.
const isWorthAsking = (error: unknown) => error instanceof ServerTrouble && error.isPassing

export function App() {
  return (
    <SWRConfig value={{ shouldRetryOnError: isWorthAsking, errorRetryInterval: 3_000 }}>
      <Frame>
        <PageBoundary>
          <Suspense fallback={<Skeleton kind="page" rows={8} />}>
            <Switch>
              <Route path="/" component={Home} />
              <Route path="/new" component={NewDraft} />
              <Route path="/drafts/:id">{({ id }) => <DraftPage key={id} id={id} />}</Route>
              <Route path="/packs/:pack/procedure">{({ pack }) => <ProcedurePage pack={pack} />}</Route>
              <Route path="/packs/:pack/coverage">{({ pack }) => <CoveragePage pack={pack} />}</Route>
              <Route path="/packs/:pack/faults">{({ pack }) => <Faults pack={pack} />}</Route>
              <Route path="/help">
                <Help name="" />
              </Route>
              <Route path="/help/:name">{({ name }) => <Help name={name} />}</Route>
              <Route path="/workshop" component={WorkshopPage} />
              <Route path="/workshop-new">{() => <StartPage />}</Route>
              <Route path="/workshop-import" component={ImportPage} />
              <Route path="/workshop-compare" component={ComparePage} />
              <Route path="/workshop/:pack">{({ pack }) => <WorkbenchPage pack={pack} tab="build" />}</Route>
              <Route path="/workshop/:pack/add">{({ pack }) => <StartPage into={pack} />}</Route>
              <Route path="/workshop/:pack/:tab">{({ pack, tab }) => <WorkbenchPage pack={pack} tab={tab} />}</Route>
              <Route component={NotFound} />
            </Switch>
          </Suspense>
        </PageBoundary>
      </Frame>
      <Toasts />
    </SWRConfig>
  )
}
