"""The AsyncAPI 3.0 document: every topic with its message, key, headers and how it is kept."""

from collections.abc import Mapping
from typing import Any

from newsticker import __version__
from newsticker.messages.topics import MAIN_TOPICS, MAX_MESSAGE_BYTES, STAGE_INPUTS, Topic

BINDING_VERSION = "0.5.0"

Json = dict[str, Any]

CLOUDEVENTS_HEADERS: Json = {
    "type": "object",
    "description": "CloudEvents 1.0, binary mode. A second delivery of the same fact carries the same ce_id.",
    "required": ["ce_specversion", "ce_id", "ce_source", "ce_type", "ce_subject", "ce_time", "content-type"],
    "properties": {
        "ce_specversion": {"const": "1.0"},
        "ce_id": {"type": "string", "format": "uuid", "maxLength": 36},
        "ce_source": {"type": "string", "maxLength": 100, "description": "/newsticker/<service>"},
        "ce_type": {"type": "string", "maxLength": 100, "description": "newsticker.<message>.v<major>"},
        "ce_subject": {"type": "string", "maxLength": 100, "description": "The record's key."},
        "ce_time": {
            "type": "string",
            "format": "date-time",
            "maxLength": 40,
            "description": "Timestamp of the record that caused this one.",
        },
        "ce_dataschema": {"type": "string", "maxLength": 100},
        "content-type": {"const": "application/json"},
        "ce_ntkind": {"type": "string", "maxLength": 20, "description": "Filter: article or ticker."},
        "ce_ntlang": {"type": "string", "maxLength": 35, "description": "Filter: language, BCP 47."},
        "ce_ntdup": {"type": "string", "maxLength": 20, "description": "Filter: relation to an earlier item."},
    },
}


def build_asyncapi(schema_files: Mapping[str, str]) -> Json:
    """Build the document; `schema_files` gives the schema file of each message."""
    letters = tuple(topic.dead_letters() for topic in STAGE_INPUTS)
    topics = (*MAIN_TOPICS, *letters)
    carried = dict.fromkeys(topic.message for topic in topics)
    return {
        "asyncapi": "3.0.0",
        "id": "urn:newsticker",
        "info": {
            "title": "Newsticker",
            "version": __version__,
            "description": "Scraped news pages in, normalised news events out, over Kafka, each exactly once.",
            "license": {"name": "Apache-2.0"},
        },
        "defaultContentType": "application/json",
        "servers": {
            "local": {
                "host": "localhost:9092",
                "protocol": "kafka",
                "description": "The address and the prefix of all topics are settings.",
            }
        },
        "channels": {topic.name: _build_channel(topic) for topic in topics},
        "operations": {
            _name_operation(topic): {
                "action": "send",
                "channel": {"$ref": f"#/channels/{topic.name}"},
                "summary": topic.description,
            }
            for topic in topics
        },
        "components": {"messages": {name: _build_message(name, schema_files[name]) for name in carried}},
    }


def _name_operation(topic: Topic) -> str:
    return "send-" + topic.name


def _build_channel(topic: Topic) -> Json:
    return {
        "address": topic.name,
        "description": topic.description + (" Public." if topic.public else " Internal."),
        "messages": {topic.message: {"$ref": f"#/components/messages/{topic.message}"}},
        "bindings": {
            "kafka": {
                "topic": topic.name,
                "partitions": topic.partitions,
                "topicConfiguration": {
                    "cleanup.policy": [topic.cleanup.value],
                    "retention.ms": topic.retention_ms,
                    "max.message.bytes": MAX_MESSAGE_BYTES,
                },
                "bindingVersion": BINDING_VERSION,
            }
        },
    }


def _build_message(name: str, schema_file: str) -> Json:
    binding = {"key": {"type": "string", "maxLength": 100}, "bindingVersion": BINDING_VERSION}
    message: Json = {"name": name, "title": name, "bindings": {"kafka": binding}}
    if name == "dead-letter":
        summary = "The value is the original value, byte for byte; the headers dlq.* say what happened."
        return {**message, "summary": summary, "contentType": "application/octet-stream", "payload": {}}
    return {**message, "headers": CLOUDEVENTS_HEADERS, "payload": {"$ref": f"./{schema_file}"}}
