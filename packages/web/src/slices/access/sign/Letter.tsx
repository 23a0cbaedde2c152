// The page of somebody who is not inside yet: the brand, a heading, one form.
import type { ReactNode } from 'react';
import { PageHead } from '../../../ui/page.tsx';

interface Props {
  readonly title: string;
  readonly name: string;
  readonly sentence: string;
  readonly children?: ReactNode;
}

export function Letter({ title, name, sentence, children }: Props) {
  return (
    <main className="page letter">
      <p className="brand">
        <img src="/icon.svg" alt="" width="22" height="22" /> Assay
      </p>
      <PageHead title={title} name={name} sentence={sentence} />
      {children}
    </main>
  );
}
