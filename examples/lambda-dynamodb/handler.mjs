// The SDK is part of Lambda's Node.js runtime.
import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";

const dynamodb = new DynamoDBClient();
const secrets = new SecretsManagerClient();

export async function handler({ id }) {
    const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: process.env.SECRET_ARN }));
    const Item = { id: { S: id }, paid: { BOOL: SecretString !== undefined } };
    await dynamodb.send(new PutItemCommand({ TableName: process.env.TABLE_NAME, Item }));
}
