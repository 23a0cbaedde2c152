// A policy's Markdown on the page: only elements that are made here, so no text of anybody becomes markup.
import { Fragment, type ReactNode } from 'react';
import { markdownBlocks, type InlinePart, type TextBlock } from '@assay/core';

export function PolicyText({ text }: { readonly text: string }) {
  return <div className="policy-text">{shown(markdownBlocks(text))}</div>;
}

function shown(blocks: readonly TextBlock[]): ReactNode {
  return blocks.map((block, i) => <Fragment key={i}>{one(block)}</Fragment>);
}

function one(block: TextBlock): ReactNode {
  switch (block.kind) {
    case 'heading':
      // The page has its own first heading and those of its sections.
      return block.level <= 2 ? <h3>{words(block.parts)}</h3> : <h4>{words(block.parts)}</h4>;
    case 'paragraph':
      return <p>{words(block.parts)}</p>;
    case 'quote':
      return <blockquote>{shown(block.blocks)}</blockquote>;
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case 'rule':
      return <hr />;
    case 'list': {
      const items = block.items.map((item, i) => <li key={i}>{itemOf(item)}</li>);
      return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return <Table block={block} />;
    default:
      return block satisfies never;
  }
}

/** An item of one paragraph stands without the paragraph's space. */
function itemOf(blocks: readonly TextBlock[]): ReactNode {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'paragraph') return shown(blocks);
  return (
    <>
      {words(first.parts)}
      {shown(rest)}
    </>
  );
}

function Table({ block }: { readonly block: Extract<TextBlock, { readonly kind: 'table' }> }) {
  return (
    <div className="table-wrap" tabIndex={0} role="group" aria-label="Table">
      <table className="table">
        <thead>
          <tr>
            {block.header.map((cell, i) => (
              <th key={i} scope="col">
                {words(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, i) => (
            <tr key={i}>
              {row.map((cell, j) => (
                <td key={j} className="grow">
                  {words(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function words(parts: readonly InlinePart[]): ReactNode {
  return parts.map((part, i) => <Fragment key={i}>{inline(part)}</Fragment>);
}

function inline(part: InlinePart): ReactNode {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'place':
      return (
        <mark className="open-place" title="still to be filled">
          {part.name}
        </mark>
      );
    case 'code':
      return <code>{part.text}</code>;
    case 'strong':
      return <strong>{words(part.parts)}</strong>;
    case 'emphasis':
      return <em>{words(part.parts)}</em>;
    case 'link':
      return (
        <a href={part.to} rel="noreferrer">
          {words(part.parts)}
        </a>
      );
    default:
      return part satisfies never;
  }
}
