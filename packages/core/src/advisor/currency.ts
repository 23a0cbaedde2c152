// The currencies that money may be named in, and the way from one to another: by the rates that somebody entered.

/** ISO 4217 codes of money in use (list one, 2026; funds, metals and codes for tests left out). */
const CURRENCIES: readonly string[] = (
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY ' +
  'COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ' +
  'ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK ' +
  'MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF ' +
  'SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU ' +
  'UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG'
).split(' ');

const KNOWN: ReadonlySet<string> = new Set(CURRENCIES);

/** The currency of the article's ranges, and so of every planning anchor. */
export const ANCHOR_CURRENCY = 'USD';

export function isCurrency(code: string): boolean {
  return KNOWN.has(code);
}

/** Rates into the currency of a situation. */
export interface Exchange {
  readonly currency: string;
  readonly rates: Readonly<Record<string, number>>;
}

/** What one unit is worth in the currency of the answer; undefined where nobody entered a rate. */
export function rateOf(exchange: Exchange, from: string): number | undefined {
  return from === exchange.currency ? 1 : exchange.rates[from];
}

/** An amount in the currency of the answer; a rate that is missing was refused before (`checkSituation`). */
export function converted(exchange: Exchange, amount: number, from: string): number {
  return amount * (rateOf(exchange, from) ?? 0);
}
