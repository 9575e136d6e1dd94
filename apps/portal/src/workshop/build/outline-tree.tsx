import {
  createContext,
  memo,
  startTransition,
  use,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import {
  Button,
  Collection,
  type ItemDropTarget,
  type Key,
  ListLayout,
  type Selection,
  Tree,
  TreeItem,
  TreeItemContent,
  useDragAndDrop,
  Virtualizer,
} from 'react-aria-components'
import { dialect, nameOfKind } from '../model/dialect.ts'
import { allNodes, type OutlineNode } from '../model/outline.ts'
import { rowsShown, useInView } from './use-in-view.ts'
import './outline.css'

/** Only the rows in view are drawn: a template may have a thousand. */
const rows = { estimatedRowHeight: 32 }

interface OutlineTreeProps {
  readonly nodes: readonly OutlineNode[]
  readonly selected: readonly string[]
  readonly onSelect: (ids: readonly string[]) => void
  readonly expanded: ReadonlySet<string>
  readonly onExpand: (ids: ReadonlySet<string>) => void
  /** How many faults each node has, by id. */
  readonly faults: ReadonlyMap<string, number>
  /** To before or after another node, or into it. */
  readonly onMove: (ids: readonly string[], target: string, position: ItemDropTarget['dropPosition']) => void
  readonly canMove: (ids: readonly string[], target: string, position: ItemDropTarget['dropPosition']) => boolean
}

const idsOf = (keys: Iterable<Key>): readonly string[] => [...keys].map(String)

/** What the rows say now. */
interface Live {
  readonly byId: ReadonlyMap<string, OutlineNode>
  readonly faults: OutlineTreeProps['faults']
}

const LiveNodes = createContext<Live>({ byId: new Map(), faults: new Map() })

/**
 * The sections and fields of a template, to be chosen, opened and dragged with mouse, keyboard or screen reader. The rows
 * say at once what is typed; the tree that holds them, which takes the library some 40 ms for 300 rows, follows when
 * the person pauses.
 */
export function OutlineTree({ nodes, faults, ...others }: OutlineTreeProps) {
  const settled = useSettled(nodes)
  const live = useMemo(
    () => ({ byId: new Map(allNodes(nodes).map((node) => [node.id, node])), faults }),
    [nodes, faults],
  )
  return (
    <LiveNodes value={live}>
      <TreeOf nodes={settled} {...others} />
    </LiveNodes>
  )
}

const shapeOf = (nodes: readonly OutlineNode[]): string =>
  allNodes(nodes)
    .map(({ id }) => id)
    .join()

/** How long a person who types pauses before the tree is drawn anew. */
const pauseMs = 400

/** The nodes to draw the tree from: those of now when its shape is another; when only its words are, after a pause. */
const useSettled = (nodes: readonly OutlineNode[]): readonly OutlineNode[] => {
  const deferred = useDeferredValue(nodes)
  const [drawn, draw] = useState(nodes)
  const isSameShape = useMemo(() => drawn === nodes || shapeOf(drawn) === shapeOf(nodes), [drawn, nodes])
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => draw(nodes)), pauseMs)
    return () => clearTimeout(timer)
  }, [nodes])
  return isSameShape ? drawn : deferred
}

const TreeOf = memo(function TreeOf(props: Omit<OutlineTreeProps, 'faults'>) {
  const { nodes, selected, onSelect, expanded, onExpand, onMove, canMove } = props
  const byId = useMemo(() => new Map(allNodes(nodes).map((node) => [node.id, node])), [nodes])
  const tree = useRef<HTMLDivElement>(null)
  // The library's own set remembers where a range begins, which Shift goes on from; ids alone do not.
  const made = useRef<Selection>(new Set())
  const isMade = made.current !== 'all' && idsOf(made.current).join() === selected.join()
  const keys = isMade ? made.current : selected
  useInView(tree, selected.at(-1), () => rowsShown(nodes, expanded))
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      idsOf(keys).map((id) => ({ 'text/plain': byId.get(id)?.title ?? id, 'application/x-policyforms-node': id })),
    acceptedDragTypes: ['application/x-policyforms-node'],
    getDropOperation: (target) => (target.type === 'item' && target.key !== '' ? 'move' : 'cancel'),
    shouldAcceptItemDrop: (target) => canMove(selected, String(target.key), 'on'),
    onMove: ({ keys, target }) => onMove(idsOf(keys), String(target.key), target.dropPosition),
  })
  return (
    <Virtualizer layout={ListLayout} layoutOptions={rows}>
      <Tree
        ref={tree}
        className="outline"
        aria-label="模板的结构"
        items={nodes}
        selectionMode="multiple"
        selectionBehavior="replace"
        selectedKeys={keys}
        onSelectionChange={(next) => {
          made.current = next
          onSelect(next === 'all' ? [...byId.keys()] : idsOf(next))
        }}
        expandedKeys={expanded}
        onExpandedChange={(keys) => onExpand(new Set(idsOf(keys)))}
        dragAndDropHooks={dragAndDropHooks}
        renderEmptyState={() => <p className="secondary">还没有内容。从“添加”开始，先放一个分节。</p>}
      >
        {(node) => <OutlineItem id={node.id} node={node} />}
      </Tree>
    </Virtualizer>
  )
})

/** The library keeps a row by its `id`; without one here it takes the node's key, under which others may come to stand. */
function OutlineItem({ id, node }: { readonly id: string; readonly node: OutlineNode }) {
  return (
    <TreeItem id={id} textValue={node.title}>
      <TreeItemContent>
        {({ hasChildItems, isExpanded, level, isHovered, isFocused, isFocusVisibleWithin }) => (
          <div className="outline-row" data-level={Math.min(level, 8)}>
            {isHovered || isFocused || isFocusVisibleWithin ? (
              <Button slot="drag" className="icon grip" aria-label={`拖动${node.title}`}>
                ⠿
              </Button>
            ) : (
              <span className="icon" />
            )}
            {hasChildItems ? (
              <Button slot="chevron" className="icon" aria-label={isExpanded ? '收起' : '展开'}>
                {isExpanded ? '▾' : '▸'}
              </Button>
            ) : (
              <span className="icon" />
            )}
            <RowWords node={node} />
          </div>
        )}
      </TreeItemContent>
      <Collection items={node.children}>{(child) => <OutlineItem id={child.id} node={child} />}</Collection>
    </TreeItem>
  )
}

const kindOf = ({ kind, becomes }: OutlineNode): string =>
  kind === 'ref' ? `引用${becomes ? `：${nameOfKind(dialect, becomes)}` : ''}` : nameOfKind(dialect, kind)

/** What a row says of its node, which may have changed since the tree was drawn. */
function RowWords({ node: drawn }: { readonly node: OutlineNode }) {
  const { byId, faults } = use(LiveNodes)
  const node = byId.get(drawn.id) ?? drawn
  const wrong = faults.get(node.id) ?? 0
  return (
    <>
      <span className="outline-title">
        {node.title}
        {node.isRequired && (
          <span className="must" title="必填">
            *
          </span>
        )}
      </span>
      {wrong > 0 && <span className="wrong">错 {wrong}</span>}
      <span className="secondary kind">{kindOf(node)}</span>
    </>
  )
}
