// How a document looks on paper. What it says comes in as data and is never read as markup.

/** Typst source; `sys.inputs.document` holds the document as JSON (`pdf.ts` says its shape). */
export const TEMPLATE = String.raw`
#let d = json(bytes(sys.inputs.document))
#let ink = rgb("#1b2430")
#let quiet = rgb("#5a6675")
#let rule = rgb("#d5dbe2")

#set document(title: d.title, author: d.organisation)
#set text(font: "IBM Plex Sans", size: 9.5pt, fill: ink, lang: "en", hyphenate: true)
#set par(leading: 0.62em, spacing: 0.95em)
#set page(
  paper: "a4",
  flipped: d.wide,
  margin: (x: 20mm, top: 20mm, bottom: 22mm),
  background: if d.draft { rotate(-35deg, text(96pt, fill: luma(238), weight: 600)[DRAFT]) },
  footer: context {
    set text(7.5pt, fill: quiet)
    line(length: 100%, stroke: 0.4pt + rule)
    v(-4pt)
    grid(columns: (1fr, auto), column-gutter: 8mm, d.line, counter(page).display("1 / 1", both: true))
  },
)
#show heading: set text(weight: 600)
#show heading.where(level: 1): set text(13pt)
#show heading.where(level: 2): set text(11pt)
#show heading.where(level: 3): set text(9.5pt)
#show heading: set block(above: 1.5em, below: 0.7em, sticky: true)
#show figure: set block(breakable: true)
#show figure.caption: it => align(left, text(8.5pt, fill: quiet, it.body))
#set figure.caption(position: top)

#block(below: 1.2em)[
  #text(20pt, weight: 600, d.title)
  #v(2pt)
  #text(10pt, fill: quiet, d.organisation)
]
#block(
  width: 100%, inset: (y: 6pt), stroke: (top: 0.6pt + ink, bottom: 0.4pt + rule), below: 1.6em,
  text(8.5pt, d.about.join(" ")),
)

#for b in d.blocks {
  if b.kind == "heading" { heading(level: b.level, b.text) }
  else if b.kind == "paragraph" { par(b.text) }
  else if b.kind == "note" {
    block(width: 100%, inset: 8pt, stroke: (left: 2pt + ink), fill: luma(246), b.text)
  }
  else if b.kind == "list" {
    if b.ordered { enum(..b.items.map(item => [#item])) } else { list(..b.items.map(item => [#item])) }
  }
  else if b.kind == "facts" {
    for row in b.rows { par(text(weight: 600, row.at(0) + ": ") + row.at(1)) }
  }
  else if b.kind == "table" {
    set text(8.2pt, hyphenate: false)
    set par(justify: false, leading: 0.5em)
    let sheet = table(
      columns: b.widths.map(share => share * 1fr),
      align: left + top,
      inset: (x: 4pt, y: 4pt),
      stroke: (x, y) => (bottom: if y == 0 { 0.7pt + ink } else { 0.35pt + rule }),
      table.header(..b.header.map(cell => text(weight: 600, cell))),
      ..b.rows.flatten().map(cell => [#cell]),
    )
    if b.caption == "" { sheet } else { figure(kind: table, supplement: none, numbering: none, caption: b.caption, sheet) }
  }
}
`;
