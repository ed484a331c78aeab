import { type OwnedResource, ownedResources } from "../facts/ownedResources";
import type { Problem } from "../problem";
import { unknownService } from "../services/find";
import { isService, nonFipsOf } from "../services/serviceNames";
import { suggest } from "../suggest";
import { emptyList } from "./access";
import { organization } from "./iam/lint/globalKeys";
import { isReadOnly } from "./iam/lint/readOnly";
import type { PerimeterException, PerimeterRequest } from "./perimeter";

/** The properties of each kind of perimeter, and their valid form. */
const shapes = {
    accountIds: { pattern: /^\d{12}$/, example: "123456789012", what: "an account ID" },
    organizationId: { pattern: organization.form, example: organization.example, what: "an organization ID" },
    organizationPaths: {
        pattern: /^o-[a-z0-9]{10,32}\/r-[a-z0-9]{4,32}(\/ou-[a-z0-9]{4,32}-[a-z0-9]{8,32})*\/\*?$/,
        example: "o-exampleorgid/r-ab12/ou-ab12-11111111/*",
        what: "the path of an organizational unit",
    },
};

/** Problems with the ID of an account, in the words that a perimeter's accounts have. */
export function wrongAccountId(path: string, id: string): Problem[] {
    return wrongValue(path, shapes.accountIds, id);
}

type Trusted = keyof typeof shapes;
const kinds = Object.keys(shapes) as Trusted[];

/** All problems in a perimeter. */
export function checkPerimeter(perimeter: PerimeterRequest, asked: string[]): Problem[] {
    const said = kinds.filter((kind) => perimeter[kind] !== undefined);
    const problems: Problem[] = [];
    if (said.length > 1) {
        const message = `sets more than one of ${said.join(", ")}`;
        const hint = "keep one; an organization already includes its accounts";
        problems.push({ code: "perimeter.several-kinds", path: "perimeter", message, hint });
    }
    for (const kind of said) problems.push(...wrongValues(kind, [perimeter[kind]!].flat()));
    for (const [index, id] of (perimeter.awsOwnedResources ?? []).entries()) {
        problems.push(...wrongOwned(`perimeter.awsOwnedResources[${index}]`, id, asked));
    }
    for (const [index, exception] of (perimeter.exceptions ?? []).entries()) {
        problems.push(...wrongException(`perimeter.exceptions[${index}]`, exception, asked));
    }
    return problems;
}

function wrongValues(kind: Trusted, values: string[]): Problem[] {
    const { example } = shapes[kind];
    if (values.length === 0) {
        const hint = `list at least one, e.g. ${example}, or remove it to trust only the stack's own account`;
        return [{ code: "list.empty", path: `perimeter.${kind}`, message: "is empty", hint }];
    }
    return values.flatMap((value, index) =>
        wrongValue(kind === "organizationId" ? `perimeter.${kind}` : `perimeter.${kind}[${index}]`, shapes[kind], value)
    );
}

function wrongValue(path: string, { pattern, example, what }: typeof shapes[Trusted], value: string): Problem[] {
    if (pattern.test(value)) return [];
    const message = `"${value}" is not ${what}`;
    return [{ code: "perimeter.invalid-id", path, message, hint: `write it like ${example}` }];
}

function wrongOwned(path: string, id: OwnedResource, asked: string[]): Problem[] {
    if (!Object.hasOwn(ownedResources, id)) {
        const hint = suggest(id, Object.keys(ownedResources), "known IDs");
        const message = `"${id}" is not a known set of AWS-owned resources`;
        return [{ code: "perimeter.unknown-resources", path, message, hint }];
    }
    const { endpoint } = ownedResources[id]!;
    return isAsked(endpoint, asked) ? [] : [notAsked(path, endpoint)];
}

function wrongException(path: string, exception: PerimeterException, asked: string[]): Problem[] {
    const { service, actions, resources, reason } = exception;
    const problems: Problem[] = [];
    if (!isService(service)) problems.push(unknownService(`${path}.service`, service));
    else if (!isAsked(service, asked)) problems.push(notAsked(`${path}.service`, service));
    if (reason.trim() === "") {
        problems.push({
            code: "perimeter.no-reason",
            path: `${path}.reason`,
            message: "has no reason",
            hint: "write the reason, which the plan shows",
        });
    }
    for (const [name, list] of Object.entries({ actions, resources })) {
        problems.push(...emptyList(`${path}.${name}`, name, list));
    }
    problems.push(...openWrites(path, exception));
    return problems;
}

/** A name with a wildcard could match anyone's resource, so only read actions may be allowed on it. */
function openWrites(path: string, { actions, resources }: PerimeterException): Problem[] {
    const open = resources.find(isOpenName);
    if (open === undefined) return [];
    return actions.flatMap((action, index) => {
        if (isReadOnly(action)) return [];
        const message = `${action} can modify resources that match ${open}, which anyone could own`;
        const hint = "write the full name of the resource, or list only read actions";
        return [{ code: "perimeter.open-write", path: `${path}.actions[${index}]`, message, hint }];
    });
}

/**
 * Whether an ARN may match anyone's resource: it has a wildcard in its account or name, or a policy variable there,
 * whose value a request may choose, e.g. `${aws:UserAgent}`. Objects belong to the owner of the bucket or access point,
 * and resources under `aws` to AWS.
 */
export function isOpenName(arn: string): boolean {
    const [, , service, , account = "*", ...rest] = arn.replaceAll(/\$\{[^}]*\}/g, "*").split(":");
    if (account === "aws") return false;
    const name = rest.join(":");
    const inBucket = service === "s3" && account === "";
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html
    const container = inBucket ? /^[^/]*/ : /^accesspoint\/[^/]+(?=\/object\/)|^.*/s;
    return [account, container.exec(name)![0]].some((part) => /[*?]/.test(part));
}

/** Whether a service, or its FIPS endpoint with the same policy, is requested. */
function isAsked(service: string, asked: string[]): boolean {
    return asked.some((one) => nonFipsOf(one) === nonFipsOf(service));
}

function notAsked(path: string, service: string): Problem {
    const hint = `add ${service} to services, or remove this entry`;
    return { code: "services.not-requested", path, message: `no service or workload requests ${service}`, hint };
}
