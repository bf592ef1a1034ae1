// SPDX-License-Identifier: Apache-2.0

internal import AltTextConfig
internal import AltTextKit

extension ConfigurationReader {
    /// The keys of a rule: which images it is for, then what it says of them.
    static let ruleKeys = ["images", "pages", "classes", "treat-as", "length", "exclude"]

    /// An exception that the site makes for some of its images.
    func rule(_ node: ConfigurationNode) throws(ConfigurationError) -> ImageRule {
        var rule = ImageRule()
        for (key, value) in try members(of: node) {
            switch key.name {
            case "images": rule.images = try texts(value, key)
            case "pages": rule.pages = try texts(value, key)
            case "classes": rule.classes = try texts(value, key)
            case "treat-as": rule.treatment = try choice(value, key)
            case "length": rule.length = try choice(value, key)
            case "exclude": rule.isExcluded = try bool(value, key)
            default: throw unknown(key, Self.ruleKeys)
            }
        }
        if rule.images.isEmpty, rule.pages.isEmpty, rule.classes.isEmpty {
            throw document.error(
                at: node, "the rule does not say for which images it is: add 'images', 'pages' or 'classes'")
        }
        if rule.treatment == nil, rule.length == nil, rule.isExcluded == nil {
            throw document.error(at: node, "the rule says nothing of its images: add 'treat-as', 'length' or 'exclude'")
        }
        return rule
    }
}
