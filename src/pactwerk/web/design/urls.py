"""Address of the living style page, under /ontwerp/."""

from django.urls import path

from pactwerk.web.design import views

app_name = "design"
urlpatterns = [path("", views.style_page, name="style")]
