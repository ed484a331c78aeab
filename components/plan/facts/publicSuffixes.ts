/**
 * Top-level domains that are never delegated in the public DNS, so that names below them stay inside a private network.
 *
 * Sources: https://www.icann.org/en/board-activities-and-meetings/materials/approved-resolutions-special-meeting-of-the-icann-board-29-07-2024-en
 * (internal), https://www.iana.org/assignments/special-use-domain-names/ (the others)
 */
export const privateSuffixes = ["internal", "local", "test", "home.arpa"];

/**
 * Second labels under which registries of countries sell names, e.g. `co` in `co.uk`. With a country's two letters they are a
 * public suffix. Source: the first section of https://publicsuffix.org/list/public_suffix_list.dat
 */
export const registryLabels = [
    ...["ac", "biz", "co", "com", "ed", "edu", "firm", "gen", "go", "gob", "gouv", "gov", "govt", "gr", "id", "idv"],
    ...["ind", "inf", "info", "kr", "lg", "ltd", "me", "mi", "mil", "mod", "my", "name", "ne", "net", "nhs", "nic"],
    ...["nom", "or", "org", "plc", "police", "pro", "re", "res", "sch", "school", "sk", "store", "tm", "tv", "web"],
];

/**
 * Domains below which every customer can register a name, and answer its DNS queries or receive its traffic.
 *
 * Source: the second section of https://publicsuffix.org/list/public_suffix_list.dat
 */
export const sharedDomains = [
    ...["amplifyapp.com", "awsapprunner.com", "cloudfront.net", "elasticbeanstalk.com", "on.aws"],
    ...["azurewebsites.net", "cloudapp.azure.com", "blob.core.windows.net", "trafficmanager.net"],
    ...["appspot.com", "run.app", "web.app", "firebaseapp.com", "cloudfunctions.net"],
    ...["duckdns.org", "dyndns.org", "no-ip.org", "ngrok.io", "ngrok.app", "nip.io", "sslip.io"],
    ...["github.io", "gitlab.io", "herokuapp.com", "netlify.app", "pages.dev", "vercel.app", "workers.dev"],
];
