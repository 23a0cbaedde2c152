// Domains of an organisation: one is shown to be theirs by a record in its zone, and people join by no other.

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** A domain in lower case, without a dot at its end; undefined for what is none (RFC 1035 2.3.4, at least two labels). */
export function parseDomain(text: string): string | undefined {
  const domain = text.trim().toLowerCase().replace(/\.$/, '');
  const labels = domain.split('.');
  const fits = domain.length <= 253 && labels.length >= 2 && labels.every((label) => LABEL.test(label));
  return fits && !/^\d+$/.test(labels.at(-1) ?? '') ? domain : undefined;
}

/** The domain of an e-mail address; undefined for what is no address. */
export function domainOfAddress(email: string): string | undefined {
  const at = email.lastIndexOf('@');
  return at > 0 ? parseDomain(email.slice(at + 1)) : undefined;
}

/** Where the record stands, and what it says. */
export function domainRecord(
  domain: string,
  secret: string,
): { readonly name: string; readonly value: string } {
  return { name: `_assay.${domain}`, value: `assay-domain=${secret}` };
}

/** Whether the TXT records of a zone, each in its parts (RFC 1035 3.3.14), hold the value. */
export function provesDomain(records: readonly (readonly string[])[], value: string): boolean {
  return records.some((parts) => parts.join('').trim() === value);
}
