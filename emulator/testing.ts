/** The package's entry point for unit tests, `private-vpc/testing`. */
export { AwsMocks, type AwsMocksArgs, type MockedResource } from "./awsMocks";
