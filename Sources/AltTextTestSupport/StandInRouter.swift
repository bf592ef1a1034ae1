// SPDX-License-Identifier: Apache-2.0

internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// Keeps the connection within reach of a route, which may have to drop it.
struct StandInContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }
}

/// The routes of the stand-in.
func makeRouter(_ service: StandInService) -> Router<StandInContext> {
    let router = Router(context: StandInContext.self)
    router.post("api/v6/image_editing/caption") { request, context in
        let reply = try await service.caption(call(request))
        if service.behaviour.latency > .zero { try await Task.sleep(for: service.behaviour.latency) }
        await service.behaviour.beforeAnswer(.caption)
        return try await respond(with: reply, context)
    }
    router.post("api/v6/image_editing/fetch/:id") { request, context in
        let reply = try await service.fetch(call(request), jobID: context.parameters.require("id"))
        await service.behaviour.beforeAnswer(.fetch)
        return try await respond(with: reply, context)
    }
    for path: RouterPath in ["api/v6/base64_to_url", "api/v6/image_editing/base64_to_url"] {
        router.post(path) { request, context in
            let reply = try await service.upload(call(request))
            await service.behaviour.beforeAnswer(.upload)
            return try await respond(with: reply, context)
        }
    }
    router.get("files/:name") { request, context in
        try await respond(with: await service.file(call(request), name: context.parameters.require("name")), context)
    }
    for method: HTTPRequest.Method in [.get, .post] {
        router.on("**", method: method) { request, context in
            try await respond(with: await service.elsewhere(call(request)), context)
        }
    }
    return router
}

private func call(_ request: Request) async throws -> StandInCall {
    let body = try await request.body.collect(upTo: 16 << 20)
    return StandInCall(
        path: request.uri.string, headers: "\(request.headers)", body: Array(body.readableBytesView),
        origin: "http://\(request.head.authority ?? "127.0.0.1")")
}

private func respond(with reply: StandInReply, _ context: StandInContext) async throws -> Response {
    let bytes = ByteBuffer(string: reply.body)
    let body: ResponseBody
    switch reply.delivery {
    case .whole:
        body = ResponseBody(byteBuffer: bytes)
    case .dropped:
        try await context.channel.close()
        throw CancellationError()
    case .withheld:
        try await forever()
        throw CancellationError()
    case .torn, .stalled:
        body = ResponseBody(contentLength: bytes.readableBytes) { writer in
            try await writer.write(bytes.getSlice(at: bytes.readerIndex, length: bytes.readableBytes / 2) ?? bytes)
            if case .stalled = reply.delivery { try await forever() }
            throw CancellationError()
        }
    case .endless:
        body = ResponseBody { writer in
            while !Task.isCancelled { try await writer.write(bytes) }
            throw CancellationError()
        }
    }
    var headers: HTTPFields = [.contentType: reply.contentType]
    for (name, value) in reply.headers {
        if let field = HTTPField.Name(name) { headers[field] = value }
    }
    return Response(status: HTTPResponse.Status(code: reply.status), headers: headers, body: body)
}

/// Waits until the stand-in is stopped.
private func forever() async throws {
    while true { try await Task.sleep(for: .seconds(3600)) }
}
