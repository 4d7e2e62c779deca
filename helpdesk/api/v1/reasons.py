"""What messages are written for, as codes that the description lists."""

from typing import Literal

SellersReason = Literal[
    "order_problem",
    "info_needed",
    "delivery_change",
    "return_step",
    "repair_step",
    "invoice",
    "safety_recall",
]
BuyersReason = Literal[
    "not_arrived",
    "change",
    "cancel",
    "delivery",
    "damaged",
    "wrong_item",
    "not_working",
    "return",
    "invoice",
    "details",
    "fit",
    "availability",
    "guarantee",
    "other",
]
