from django.db.models import Q


def within(field, limits):
    low, high = limits
    return Q(**{f"{field}__gte": low, f"{field}__lte": high})
